"""The project's namespaces (closed) and those it reuses. The names are the contract's: never renamed."""

from __future__ import annotations

from rdflib import Namespace
from rdflib.namespace import DCTERMS, ORG, OWL, PROV, RDF, RDFS, SKOS, XSD

BASE = "https://w3id.org/changai/"
CG = Namespace(BASE + "ontology#")
MEASURE = Namespace(BASE + "measure/")
ENTITY = Namespace(BASE + "entity/")
ARTICLE = Namespace(BASE + "article/")
FACT = Namespace(BASE + "fact/")
GRAPH = Namespace(BASE + "graph/")  # names of the graphs that are no article: entities, vocabulary
NIF = Namespace("http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#")
ITSRDF = Namespace("http://www.w3.org/2005/11/its/rdf#")

PREFIXES: dict[str, Namespace] = {
    "cg": CG,
    "measure": MEASURE,
    "rdf": Namespace(str(RDF)),
    "rdfs": Namespace(str(RDFS)),
    "skos": Namespace(str(SKOS)),
    "owl": Namespace(str(OWL)),
    "xsd": Namespace(str(XSD)),
    "dcterms": Namespace(str(DCTERMS)),
    "prov": Namespace(str(PROV)),
    "org": Namespace(str(ORG)),
    "nif": NIF,
    "itsrdf": ITSRDF,
}
