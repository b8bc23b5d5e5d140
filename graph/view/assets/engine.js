"use strict";
// SPARQL in the page: the graph is unpacked and loaded into Oxigraph when the first question is asked. No server.

let store = null, starting = null;
const PREFIX = /prefix not found/i;

async function unpacked(id) {
  const bytes = Uint8Array.from(atob(byId(id).textContent.trim()), (sign) => sign.charCodeAt(0));
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

/** The store, loaded once. The default graph is the union of all, each triple once, as `changai query` has it. */
function ready() {
  starting ??= (async () => {
    // Graph and engine stand at the end of the page, so that the first picture need not wait for them.
    if (document.readyState === "loading") await new Promise((done) => document.addEventListener("DOMContentLoaded", done));
    const [wasm, quads] = await Promise.all([unpacked("wasm"), unpacked("quads")]);
    oxigraph.initSync({module: wasm});
    const made = new oxigraph.Store();
    made.load(new TextDecoder().decode(quads), {format: "application/n-quads", no_transaction: true, lenient: true});
    made.update("INSERT { ?s ?p ?o } WHERE { GRAPH ?g { ?s ?p ?o } }");
    store = made;
  })();
  return starting;
}

// The prefixes that every query knows, like `changai query`.
const NAMESPACES = {
  cg: "https://w3id.org/changai/ontology#", measure: "https://w3id.org/changai/measure/", rdf: "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
  rdfs: "http://www.w3.org/2000/01/rdf-schema#", skos: "http://www.w3.org/2004/02/skos/core#", owl: "http://www.w3.org/2002/07/owl#",
  xsd: "http://www.w3.org/2001/XMLSchema#", dcterms: "http://purl.org/dc/terms/", prov: "http://www.w3.org/ns/prov#", org: "http://www.w3.org/ns/org#",
  nif: "http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#", itsrdf: "http://www.w3.org/2005/11/its/rdf#",
};
/** The query with the prefixes it uses and does not declare, all on its first line, so that errors keep their lines. */
function withPrefixes(sparql) {
  const declared = new Set([...sparql.matchAll(/\bprefix\s+([\w-]*):/gi)].map((found) => found[1]));
  return Object.entries(NAMESPACES).filter(([name]) => !declared.has(name) && new RegExp(`\\b${name}:`).test(sparql))
    .map(([name, iri]) => `PREFIX ${name}: <${iri}> `).join("");
}

/** {columns, rows} of terms, {triples}, {answer}, or {error, line, column}. */
async function answer(sparql) {
  await ready();
  const head = withPrefixes(sparql);
  try {
    const found = store.query(head + sparql, {results_format: undefined});
    if (typeof found === "boolean") return {answer: found};
    if (!found.length || found[0] instanceof Map) {
      const columns = found.length ? [...found[0].keys()] : [];
      return {columns: columnsOf(sparql, columns, found), rows: found};
    }
    return {triples: found};
  } catch (error) {
    const text = String(error.message ?? error), place = /(\d+):(\d+)/.exec(text);
    const line = place ? Number(place[1]) : 0, column = place ? Number(place[2]) - (line === 1 ? [...head].length : 0) : 0;
    return {error: text.replace(/^error at \d+:\d+: ?/, ""), line, column};
  }
}
/** The columns in the order in which the query names them; a row lacks those that are unbound in it. */
function columnsOf(sparql, columns, rows) {
  const all = unique([...columns, ...rows.flatMap((row) => [...row.keys()])]);
  const select = /\bselect\b([\s\S]*?)\{/i.exec(sparql.replace(/#[^\n]*/g, ""));
  const named = select ? [...select[1].matchAll(/(?:\bAS\s+)?[?$](\w+)/gi)].map((found) => found[1]) : [];
  const at = (name) => { const place = named.lastIndexOf(name); return place < 0 ? named.length : place; };
  return all.sort((a, b) => at(a) - at(b));
}
