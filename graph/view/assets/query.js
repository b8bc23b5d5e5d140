"use strict";
// Questions: the saved ones as forms, and a box for SPARQL of one's own. Answers lead into the other views.

const BASE = "https://w3id.org/changai/";
const ROWS = 300; // of an answer, at first

/** What an IRI of an answer stands for in the page: an element that leads there, or its end as text. */
function placeOf(iri) {
  const [address, span] = iri.split("#char="), tail = address.startsWith(BASE) ? address.slice(BASE.length) : "";
  const key = tail.replace(/^(entity|fact|article)\//, "");
  if (nodeByKey.has(key)) return inline(nodeByKey.get(key));
  if (factByKey.has(key)) return press(`${word(facts[factByKey.get(key)].kind)} · ${headlineText(factByKey.get(key))}`, () => openSource(factByKey.get(key), 0), {class: "inline"});
  if (articleByKey.has(key)) return articlePlace(articleByKey.get(key), span);
  const term = iri.split(/[#/]/).pop();
  return make("span", {title: iri}, words[term] && iri.startsWith(NAMESPACES.cg) ? word(term) : shortened(iri));
}
function articlePlace(article, span) {
  const [from, to] = (span || "").split(",").map(Number), {name, text} = articles[article];
  if (!span) return press(name, () => go({view: "reports", article}), {class: "inline"});
  // Offsets of the graph count code points, those of the page UTF-16 units.
  const signs = /[\ud800-\udbff]/.test(text) ? [...text] : null, at = (place) => (signs ? signs.slice(0, place).join("").length : place);
  const told = evidenceIn[article].find(([a, b]) => a === at(from) && b === at(to));
  return press(`${name} ${from}–${to}`, () => (told ? openSource(told[2], Math.max(0, facts[told[2]].evidence.findIndex((q) => q[1] === at(from)))) : go({view: "reports", article})), {class: "inline"});
}
function shortened(iri) {
  const found = Object.entries(NAMESPACES).find(([, start]) => iri.startsWith(start));
  return found ? `${found[0]}:${iri.slice(found[1].length)}` : iri;
}
// Labels that are the name of one thing: answers with names lead there as well as those with IRIs.
const NAMED = new Map();
function nodeNamed(label) {
  if (!NAMED.size) known.forEach((thing, n) => NAMED.set(thing.label, NAMED.has(thing.label) ? -1 : n));
  return NAMED.get(label);
}
const cellOf = (term) => {
  if (!term) return "";
  if (term.termType === "NamedNode") return placeOf(term.value);
  if (articles.length < 1e4 && articleByKey.has(term.value)) return articlePlace(articleByKey.get(term.value));
  const node = term.termType === "Literal" ? nodeNamed(term.value) : undefined;
  return node >= 0 ? inline(node) : term.termType === "Literal" && words[term.value] && /^[A-Z]/.test(term.value) ? word(term.value) : number(term.value);
};

function resultTable(columns, rows) {
  const body = make("tbody"), box = make("div", {class: "result"}, make("p", {class: "soft", role: "status"}, say("ui-rows", {n: rows.length})));
  const show = (from) => {
    body.append(...rows.slice(from, from + ROWS).map((row) => make("tr", {}, columns.map((name) => make("td", {}, cellOf(row.get(name)))))));
    const left = rows.length - from - ROWS;
    if (left > 0) box.append(press(`${word("ui-more")} (${left})`, (event) => { event.target.remove(); show(from + ROWS); }, {class: "more"}));
  };
  if (rows.length) box.append(make("div", {class: "scroll", tabindex: 0}, make("table", {}, make("thead", {}, make("tr", {}, columns.map((name) => make("th", {scope: "col"}, name)))), body)));
  show(0);
  return box;
}

async function run(sparql) {
  const box = byId("answer");
  delete box.dataset.took;
  box.replaceChildren(make("p", {class: "soft", role: "status"}, word("ui-working")));
  await new Promise((done) => setTimeout(done, 30)); // let the words be seen
  const begun = performance.now(), found = await answer(sparql), took = Math.round(performance.now() - begun);
  if (found.error !== undefined) box.replaceChildren(mistake(sparql, found));
  else if (found.answer !== undefined) box.replaceChildren(make("p", {role: "status"}, word(found.answer ? "ui-yes" : "ui-no")));
  else if (found.triples) {
    const rows = found.triples.map((t) => new Map([["subject", t.subject], ["predicate", t.predicate], ["object", t.object]]));
    box.replaceChildren(resultTable(["subject", "predicate", "object"], rows));
  } else box.replaceChildren(resultTable(found.columns, found.rows));
  box.dataset.took = took;
}
/** An error with the line where it is, marked in the query. */
function mistake(sparql, {error, line, column}) {
  const lines = sparql.split("\n"), at = lines[line - 1];
  if (line) {
    const from = lines.slice(0, line - 1).join("\n").length + (line > 1 ? 1 : 0);
    byId("sparql").setSelectionRange(from + Math.max(0, column - 1), from + (at || "").length);
  }
  return make("div", {class: "mistake", role: "alert"}, make("p", {}, line ? say("ui-mistake-at", {line, column: Math.max(1, column)}) : word("ui-mistake")),
    at === undefined ? null : make("pre", {}, `${line} | ${at}`), make("p", {class: "soft"}, error));
}

// ---- the saved questions ----
/** Text as a literal of SPARQL. */
const literal = (text) => JSON.stringify(text).replace(/[\u007f-\uffff]/g, (sign) => sign);
const LEVEL_NAMES = ["any", "province", "prefecture", "county", "township", "zone", "enterprise", "union", "all"];
const HONOUR_LEVELS = ["National", "Provincial", "Municipal", "CountyLevel", "EnterpriseLevel"];
const iriOf = (node) => BASE + (known[node].type === "Measure" ? "" : "entity/") + known[node].key;

/** A field for a parameter; its value is a term of SPARQL. */
function field({name, type, default: usual, titles}) {
  const id = `given-${name}`, label = make("label", {for: id}, titles[lang === "zh" ? 0 : 1]);
  const any = usual === "*" ? [option("UNDEF", word("ui-any"))] : [];
  const offer = (options) => make("select", {id, name}, any, options);
  const nodesOf = (test, list = known.map((_, n) => n)) => list.filter(test).map((n) => option(`<${iriOf(n)}>`, (isRegion(n) ? "\u3000".repeat(depth(n)) : "") + nameOf(n)));
  let input;
  if (type === "region") input = offer(nodesOf(() => true, regions));
  else if (type === "measure") input = offer(nodesOf((n) => known[n].type === "Measure"));
  else if (type === "thing") input = offer(nodesOf((n) => known[n].type !== "Measure"));
  else if (type === "article") input = offer(articles.map(({key, name: file}) => option(`<${BASE}article/${key}>`, file)));
  else if (type === "level") input = offer(LEVEL_NAMES.map((level) => option(literal(level), words[level[0].toUpperCase() + level.slice(1)] ? word(level[0].toUpperCase() + level.slice(1)) : word(`ui-level-${level}`))));
  else if (type === "honour-level") input = offer(HONOUR_LEVELS.map((level) => option(`<${NAMESPACES.cg}${level}>`, word(level))));
  else if (type === "fact-kind") input = offer(["Adoption", "Plan"].map((kind) => option(`<${NAMESPACES.cg}${kind}>`, word(kind))));
  else input = make("input", {id, name, type: type === "text" ? "text" : "number", step: type === "decimal" ? "any" : 1, min: type === "text" ? undefined : 0, value: usual, required: type !== "text"});
  if (type === "region" && state.region >= 0) input.value = `<${iriOf(state.region)}>`;
  if (type === "measure" && state.node >= 0 && known[state.node].type === "Measure") input.value = `<${iriOf(state.node)}>`;
  input.dataset.type = type;
  return make("div", {class: "field"}, label, input);
}
/** The question's SPARQL with what the form says; numbers are checked by the form itself. */
function filled(question) {
  return question.parameters.reduce((sparql, {name}) => {
    const input = byId(`given-${name}`), given = input.tagName === "SELECT" ? input.value : input.dataset.type === "text" ? literal(input.value.trim()) : String(Number(input.value));
    return sparql.replace(new RegExp(`VALUES \\?${name} \\{[^{}]*\\}`, "g"), () => `VALUES ?${name} { ${given} }`);
  }, question.sparql);
}
const withoutHead = (sparql) => sparql.replace(/^(#[^\n]*\n)+\s*/, "");

function drawQuery() {
  const box = byId("asking");
  if (data.sparql !== "on") return box.replaceChildren(make("p", {}, word(`ui-sparql-${data.sparql}`)));
  const question = data.questions.find(({id}) => id === state.question);
  byId("questions").replaceChildren(...data.questions.map(({id, titles}) => make("li", {}, press(titles[lang === "zh" ? 0 : 1], () => go({question: id, given: ""}),
    {class: "link", "data-question": id, "aria-current": id === state.question ? "true" : undefined}))));
  if (!question) {
    byId("form").replaceChildren();
    if (state.given) byId("sparql").value = state.given;
    return undefined;
  }
  const form = make("form", {submit: (event) => { event.preventDefault(); byId("sparql").value = withoutHead(filled(question)); run(byId("sparql").value); }},
    make("h3", {}, question.titles[lang === "zh" ? 0 : 1]), question.parameters.map(field), make("button", {type: "submit", class: "primary", id: "ask"}, word("ui-ask")));
  byId("form").replaceChildren(form);
  if (innerWidth < 960 && state.question !== asked) byId("form").scrollIntoView(); // below the list, on a phone
  if (form.dataset.asked !== "yes" && form.checkValidity() && state.question !== asked) form.requestSubmit();
  asked = state.question;
  return undefined;
}
let asked = ""; // the question whose answer is shown
