"use strict";
// A region's profile, and two regions side by side: what is done there and by whom, in the order of the dimensions.

/** The facts of a region and of all that lies in it. */
const factsAt = (region) => facts.map((_, f) => f).filter((f) => homesOf[f].includes(region) && passesAnywhere(f));

/** measure → its adoptions in the region. */
function measuresAt(told) {
  const found = new Map();
  for (const f of told) if (facts[f].kind === "Adoption" && measureOf[f] >= 0) {
    found.set(measureOf[f], [...(found.get(measureOf[f]) || []), f]);
  }
  return found;
}
const byDimension = (measures) => [...dimensions.keys(), -1].map((d) => [d, measures.filter((m) => known[m].dimension === d).sort((a, b) => a - b)])
  .filter(([, found]) => found.length);
const dimensionName = (d) => (d < 0 ? "–" : labelOf(dimensions[d]));
const sharedBy = (measure) => [...(cellsOf(state.level).get(measure)?.values() || [])].filter((cell) => cell.actors.size).length;

/** A measure with who does it; opens to the facts and their sentences. */
function measureItem(measure, told, note) {
  const actors = unique(told.map((f) => subjectOf[f])), local = unique(told.map((f) => valuesOf[f].localName).filter(Boolean));
  return make("details", {class: "measure"}, make("summary", {}, make("span", {}, nameOf(measure)),
    local.length ? make("em", {}, local.slice(0, 2).join(comma())) : null, make("small", {}, note ?? say("ui-actors", {n: actors.length}))),
  told.map((f) => factLine(f, whose(f), quoteText(facts[f].evidence[0] || [0, -1, -1, ""]))));
}

/** A region that may be chosen: those of which facts tell, in the order of the hierarchy. */
function fillRegions(select, chosen, counts) {
  const offered = regions.filter((n) => counts.get(n) || n === chosen);
  select.replaceChildren(option(-1, word("ui-choose-region")), ...offered.map((n) => option(n, "\u3000".repeat(depth(n)) + `${nameOf(n)} (${counts.get(n) || 0})`)));
  select.value = chosen;
}
/** How many facts each region has. */
function regionCounts() {
  const counts = new Map();
  facts.forEach((_, f) => { if (passesAnywhere(f)) for (const home of homesOf[f]) counts.set(home, (counts.get(home) || 0) + 1); });
  return counts;
}
/** The region in the profile: the one chosen, else the one with most own facts. */
function regionShown() {
  if (state.region >= 0) return state.region;
  const own = new Map();
  facts.forEach((_, f) => { const home = homesOf[f][0]; if (home !== undefined) own.set(home, (own.get(home) || 0) + 1); });
  return [...own].sort((a, b) => b[1] - a[1] || a[0] - b[0])[0]?.[0] ?? -1;
}

function profileHead(region, told) {
  const above = known[region].homes.slice(1), {aliases} = known[region], code = propertyOf(region, "adminCode");
  const count = (kind) => told.filter((f) => facts[f].kind === kind).length;
  return make("div", {class: "head"}, make("h2", {}, nameOf(region)),
    make("p", {class: "soft"}, [levelOf[region] && word(levelOf[region]), above.length && `${word("within")} ${above.map(nameOf).join(" · ")}`,
      code && `${word("adminCode")} ${code}`, aliases.length && `${word("ui-aliases")} ${aliases.join(comma())}`].filter(Boolean).join(lang === "zh" ? "；" : "; ")),
    make("ul", {class: "tiles"}, [["Measure", measuresAt(told).size], ...["Figure", "Conferral", "Pilot", "Event"].map((kind) => [kind, count(kind)])]
      .map(([name, n]) => make("li", {}, make("b", {}, String(n)), word(name)))));
}

function drawRegion() {
  const counts = regionCounts(), region = regionShown(), box = byId("profile");
  fillRegions(byId("profile-region"), region, counts);
  byId("profile-compare").disabled = region < 0;
  if (region < 0) return box.replaceChildren(make("p", {class: "soft"}, word(known.length ? "ui-nothing" : "ui-empty")));
  const told = factsAt(region), measures = measuresAt(told), of = (kind) => told.filter((f) => facts[f].kind === kind);
  const lower = inside[region].filter(isRegion), units = inside[region].filter((n) => ["Agency", "Union", "Enterprise", "Institution"].includes(known[n].type));
  const documents = known.map((_, n) => n).filter((n) => known[n].type === "PolicyDocument" && known[n].homes.includes(region));
  const reports = unique(told.flatMap((f) => articlesOf[f])).sort((a, b) => a - b);
  const lines = (kind, ...note) => (of(kind).length ? section(word(kind), of(kind), (f) => factLine(f, whose(f), ...note.map((name) => valuesOf[f][name])), 10) : null);
  box.replaceChildren(profileHead(region, told), make("div", {class: "columns"}, [
    make("section", {class: "wide"}, make("h3", {}, counted(word("Measure"), measures.size)),
      byDimension([...measures.keys()]).map(([d, found]) => make("div", {class: "dimension"}, make("h4", {}, counted(dimensionName(d), found.length)),
        found.map((m) => measureItem(m, measures.get(m), `${say("ui-actors", {n: unique(measures.get(m).map((f) => subjectOf[f])).length})} · ${say("ui-regions-have", {n: sharedBy(m)})}`))))),
    lines("Plan", "by"), lines("Figure", "period"), lines("Conferral", "date"), lines("Pilot", "date"), lines("Event"), lines("Post"),
    lower.length ? section(word("ui-lower"), lower, (n) => link(n, say("ui-facts", {n: counts.get(n) || 0}))) : null,
    units.length ? section(word("ui-units"), units, (n) => link(n, word(known[n].type))) : null,
    documents.length ? section(word("PolicyDocument"), documents, (n) => link(n, propertyOf(n, "issued"))) : null,
    reports.length ? section(word("ui-reports"), reports, (article) => reportLink(article)) : null,
  ].filter(Boolean)));
}

// ---- two regions side by side ----
/** What two regions have in common, and what one has that the other lacks. */
function drawCompare() {
  const counts = regionCounts(), one = regionShown(), box = byId("comparison");
  const two = state.other >= 0 ? state.other : [...counts].filter(([n]) => n !== one && !known[n].homes.includes(one) && !known[one]?.homes.includes(n))
    .sort((a, b) => b[1] - a[1] || a[0] - b[0])[0]?.[0] ?? -1;
  fillRegions(byId("compare-one"), one, counts);
  fillRegions(byId("compare-two"), two, counts);
  if (one < 0 || two < 0) return box.replaceChildren(make("p", {class: "soft"}, word("ui-choose-two")));
  const told = [one, two].map(factsAt), [a, b] = told.map(measuresAt);
  const both = [...a.keys()].filter((m) => b.has(m)), either = unique([...a.keys(), ...b.keys()]);
  const cell = (found, m) => make("td", {}, found.has(m) ? measureItem(m, found.get(m)) : make("span", {class: "lacks"}, word("ui-none")));
  const table = make("table", {class: "compare"}, make("caption", {}, say("ui-compared", {both: both.length, one: a.size - both.length, two: b.size - both.length, a: nameOf(one), b: nameOf(two)})),
    make("thead", {}, make("tr", {}, make("th", {scope: "col"}, word("Measure")), [one, two].map((n) => make("th", {scope: "col"}, link(n))))),
    byDimension(either).map(([d, measures]) => make("tbody", {}, make("tr", {class: "group"}, make("th", {colspan: 3, scope: "rowgroup"}, dimensionName(d))),
      [...measures].sort((x, y) => (b.has(y) && a.has(y)) - (b.has(x) && a.has(x)) || a.has(y) - a.has(x) || x - y)
        .map((m) => make("tr", {class: a.has(m) && b.has(m) ? "both" : undefined}, make("th", {scope: "row"}, link(m)), cell(a, m), cell(b, m))))));
  const kinds = ["Figure", "Conferral", "Pilot", "Event", "Plan"].filter((kind) => told.some((found) => found.some((f) => facts[f].kind === kind)));
  const rest = kinds.map((kind) => make("section", {class: "pair"}, told.map((found, i) => {
    const here = found.filter((f) => facts[f].kind === kind);
    return make("div", {}, section(`${nameOf([one, two][i])} · ${word(kind)}`, here, (f) => factLine(f, whose(f)), 8));
  })));
  box.replaceChildren(table, ...rest);
}
