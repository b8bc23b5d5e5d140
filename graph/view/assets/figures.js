"use strict";
// The list of figures: what was counted, how many, whose, when; to be sorted, and kept to a unit or a word.

const SHOWN = 150; // rows at first
const figuresState = {unit: "", asked: "", by: "amount", down: true, shown: SHOWN};
const amount = (f) => Number(valuesOf[f].value ?? valuesOf[f].high ?? valuesOf[f].low ?? 0);
const COLUMNS = {
  indicator: [(f) => valuesOf[f].indicator || "", "indicator"], amount: [amount, "value"], unit: [(f) => valuesOf[f].unit || "", "unit"],
  actor: [(f) => whose(f), "actor"], region: [(f) => (homesOf[f].length ? nameOf(homesOf[f][0]) : ""), "LocalGovernment"],
  measure: [(f) => (measureOf[f] < 0 ? "" : nameOf(measureOf[f])), "measure"], period: [(f) => valuesOf[f].period || "", "period"],
};

function figuresNow() {
  const {unit, asked, by, down} = figuresState, [of] = COLUMNS[by];
  const found = facts.map((_, f) => f).filter((f) => facts[f].kind === "Figure" && passes(f) && (!unit || valuesOf[f].unit === unit)
    && (!asked || [valuesOf[f].indicator, whose(f), COLUMNS.measure[0](f)].some((text) => String(text).toLowerCase().includes(asked))));
  const compare = (a, b) => (typeof a === "number" ? a - b : String(a).localeCompare(String(b), lang === "zh" ? "zh-Hans" : "en"));
  const keys = new Map(found.map((f) => [f, of(f)]));
  return found.sort((a, b) => (down ? -1 : 1) * compare(keys.get(a), keys.get(b)) || a - b);
}

function drawFigures() {
  const found = figuresNow(), {by, down, shown} = figuresState, units = new Map();
  facts.forEach(({kind}, f) => { if (kind === "Figure" && passes(f)) units.set(valuesOf[f].unit || "", (units.get(valuesOf[f].unit || "") || 0) + 1); });
  byId("unit").replaceChildren(option("", word("ui-any-unit")), ...[...units].filter(([unit]) => unit).sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
    .map(([unit, count]) => option(unit, `${unit} (${count})`)));
  byId("unit").value = units.has(figuresState.unit) ? figuresState.unit : "";
  const turn = (name) => () => {
    Object.assign(figuresState, {by: name, down: by === name ? !down : name === "amount"});
    drawFigures();
    byId("numbers").querySelector(`[data-by=${name}]`).focus();
  };
  const filled = Object.keys(COLUMNS).filter((name) => !["measure", "period", "region"].includes(name) || found.some((f) => COLUMNS[name][0](f)));
  const head = make("tr", {}, Object.entries(COLUMNS).filter(([name]) => filled.includes(name)).map(([name, [, title]]) => make("th", {scope: "col", class: name, "aria-sort": by === name ? (down ? "descending" : "ascending") : "none"},
    press(word(title), turn(name), {"data-by": name}))));
  // A bar says how large a number is beside the largest of its unit; over several units it would say nothing.
  const most = figuresState.unit ? Math.max(...found.map(amount), 1) : 0;
  const rows = found.slice(0, shown).map((f) => make("tr", {},
    make("td", {class: "indicator"}, press(valuesOf[f].indicator || "–", () => openSource(f, 0), {class: "inline", "data-fact": f, title: word("ui-open-source")}),
      valuesOf[f].status ? make("small", {class: "tag"}, word(valuesOf[f].status.term)) : null),
    make("td", {class: "amount"}, quantityOf(f), most ? bar(amount(f) / most) : null),
    make("td", {class: "unit"}, valuesOf[f].unit || ""), make("td", {class: "actor"}, subjectOf[f] < 0 ? word("ui-no-actor") : inline(subjectOf[f])),
    filled.includes("region") ? make("td", {class: "region"}, homesOf[f].length && homesOf[f][0] !== subjectOf[f] ? inline(homesOf[f][0]) : "") : null,
    filled.includes("measure") ? make("td", {class: "measure"}, measureOf[f] < 0 ? "" : inline(measureOf[f])) : null,
    filled.includes("period") ? make("td", {class: "period"}, valuesOf[f].period || "") : null));
  const more = found.length > shown ? press(`${word("ui-more")} (${found.length - shown})`, () => { figuresState.shown += 500; drawFigures(); }, {class: "more"}) : null;
  byId("figures-count").textContent = say("ui-figures-count", {n: found.length});
  byId("numbers").replaceChildren(found.length ? make("table", {}, make("thead", {}, head), make("tbody", {}, rows)) : make("p", {class: "soft"}, word("ui-nothing")), more || "");
}
function bar(part) {
  const svg = drawn("0 0 100 6", {d: `M0 0H${Math.max(1, 100 * part)}V6H0z`});
  svg.setAttribute("preserveAspectRatio", "none");
  svg.classList.add("bar");
  return svg;
}
