"""Keys → IRIs: deterministic, readable (Chinese stays Chinese), and never one IRI for two keys.

In: an entity's key, a document's identifier, a fact's content. Out: IRIs under the project's namespaces. Only what
an IRI may not hold is percent-encoded (RFC 3987: spaces, quotes, controls, private use, and `%` itself), so that
企业 and 工会 stay apart and a key can be read back from its IRI.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata

from rdflib import URIRef

from graph.namespaces import ARTICLE, BASE, ENTITY, FACT, GRAPH, MEASURE

ENTITIES_GRAPH = GRAPH["entities"]
VOCABULARY_GRAPH = GRAPH["vocabulary"]

_PLAIN = re.compile(r"[A-Za-z0-9\-._~!$&'()*+,;=:@/]")
_FOLDERS = re.compile(r"[/\\]")


def encoded(text: str) -> str:
    """`text` as a path of an IRI. Injective: no two texts have the same path."""
    path = "".join(c if _allowed(c) else _percent(c) for c in text)
    # "." and ".." between slashes would be resolved away by a client that follows RFC 3986
    return "/".join(part.replace(".", "%2E") if part in {".", ".."} else part for part in path.split("/"))


def _allowed(character: str) -> bool:
    if _PLAIN.match(character):
        return True
    if ord(character) < 0xA0 or ord(character) & 0xFFFE == 0xFFFE or ord(character) >> 12 == 0xE0:  # RFC 3987, ucschar
        return False
    return unicodedata.category(character)[0] not in "CZ"  # no controls, private use, surrogates, no odd spaces


def _percent(character: str) -> str:
    return "".join(f"%{byte:02X}" for byte in character.encode("utf-8", "surrogatepass"))


def entity_iri(key: str) -> URIRef:
    """The IRI of the entity with this key, such as `…/entity/LocalGovernment/青川县`."""
    return ENTITY[encoded(key)]


def measure_iri(identifier: str) -> URIRef:
    """The IRI of a measure of the measure scheme."""
    return MEASURE[encoded(identifier)]


def file_name(identifier: str) -> str:
    """The file's name: the last part of a document's identifier, which may say the folders too."""
    return _FOLDERS.split(identifier)[-1] or identifier


def article_iri(identifier: str, apart: str = "") -> URIRef:
    """The IRI of the article of this identifier. `apart` is the text where another text bears the same identifier."""
    mark = f"~{digest(apart)}" if apart else ""
    return ARTICLE[encoded(identifier).replace("~", "%7E") + mark]


def fact_iri(article: URIRef, kind: str, content: tuple[str, ...]) -> URIRef:
    """The IRI of a fact: its article, its class and a digest of what it says (evidence and rule apart)."""
    return FACT[f"{article.removeprefix(str(ARTICLE))}/{kind}/{digest(*content)}"]


def rule_iri(rule: str) -> URIRef:
    """The IRI of the activity by which the rule of this name makes facts."""
    return URIRef(f"{BASE}rule/{encoded(rule)}")


def software_iri(version: str) -> URIRef:
    """The IRI of this program in this version."""
    return URIRef(f"{BASE}software/changai/{encoded(version)}")


def digest(*parts: str) -> str:
    """Sixteen hexadecimal digits that tell `parts` from any others, the same on every machine."""
    joined = "".join(f"{len(part)}:{part}" for part in parts)
    return hashlib.sha256(joined.encode("utf-8", "surrogatepass")).hexdigest()[:16]
