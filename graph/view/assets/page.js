"use strict";
// What is shown and where it stands. In: the data block. `state` holds the reader's choices; `refresh` turns them into
// the nodes and edges of the network, laid out in columns: measures in the middle, regions on both sides of them, and
// behind each region what belongs to it. No physics: the same choices give the same picture.

const data = JSON.parse(document.getElementById("data").textContent);
const {nodes: known, facts, articles, dimensions, words, looks} = data;
const ties = data.vis.edges;
const start = () => ({
  scope: "overview", level: data.opening, region: -1, dimension: -1, types: new Set(Object.keys(looks)), opened: new Set(), selected: null,
});
let state = start();
let lang = data.lang;

const word = (key) => (words[key] ? words[key][lang === "zh" ? 0 : 1] : key);
const labelOf = (thing) => (lang === "en" && thing.english) || thing.label;

// ---- what is known of each node ----
const edgesOf = known.map(() => []);
for (const edge of ties) for (const end of [edge.from, edge.to]) edgesOf[end].push(edge);
const factsOf = known.map(() => []);
facts.forEach((fact, number) => {
  const named = new Set(fact.properties.map((pair) => pair[1]).filter(Number.isInteger));
  for (const node of named) factsOf[node].push(number);
});
const actorsOf = (edge) => edge.facts.map((f) => facts[f].properties.find((p) => p[0] === "actor")?.[1]);
const other = (edge, node) => (edge.from === node ? edge.to : edge.from);
const neighboursOf = (node) => [...new Set(
  edgesOf[node].filter((e) => !e.tie || e.tie.includes("near")).map((e) => other(e, node)))].sort((a, b) => a - b);

// ---- what is visible ----
let core = new Set(); // what the overview shows by itself
const measuresOf = known.map((_, node) => edgesOf[node].map((e) => other(e, node)).filter((n) => known[n].type === "Measure"));

function passes(node) {
  const {type, dimension, homes, around} = known[node];
  if (!state.types.has(type)) return false;
  if (state.region >= 0 && !homes.includes(state.region) && !around.includes(state.region)) return false;
  if (state.dimension < 0) return true;
  return type === "Measure" ? dimension === state.dimension : measuresOf[node].some((m) => known[m].dimension === state.dimension);
}

function inScope(node) {
  if (state.scope === "all" || state.opened.has(node) || core.size === 0) return true;
  if (state.region < 0) return core.has(node);
  return node === state.region || (known[node].type === "Measure" && edgesOf[node].some((e) => e.from === state.region && e.tie));
}

const isShown = (edge, visible) => {
  if (!visible.has(edge.from) || !visible.has(edge.to)) return false;
  // That one column of the overview lies within another is said in the panel, not by a line through the column.
  if (!edge.tie) return !(core.has(edge.from) && core.has(edge.to) && edge.kinds[0] === "within");
  if (edge.tie.includes("own")) return true;
  // What a unit does is shown once: by its own line, or by one from the nearest of its regions that is there.
  return actorsOf(edge).some((actor) => actor !== undefined && !visible.has(actor)
    && known[actor].homes.find((home) => visible.has(home)) === edge.from);
};

// ---- where it stands ----
const CELL = {x: 190, y: 78}, SIDE = 470, GAP = 16, REGION = 80; // canvas units
const COLUMN = 22, WIDE = 270; // measures in a column, and how wide it is

/** Names wrapped to lines that a node's label can carry: Chinese by signs, English by words. */
function wrap(text, width) {
  const lines = [""];
  for (const piece of text.match(/[\x21-\x7e]+\s*|\s+|[^\s\x21-\x7e]/gu) || []) {
    const wide = (s) => [...s].reduce((sum, sign) => sum + (sign.charCodeAt(0) < 256 ? 0.55 : 1), 0);
    if (wide(lines.at(-1)) + wide(piece) > width && lines.at(-1)) lines.push("");
    lines[lines.length - 1] += piece;
  }
  return lines.length > 3 ? [...lines.slice(0, 2), lines[2] + "…"].join("\n") : lines.join("\n");
}

/** The measures in the middle, a group for each dimension; in several columns where they are many. */
function placeMeasures(measures, at) {
  const row = lang === "zh" ? 46 : 66, head = lang === "zh" ? 26 : 36; // English names take two lines
  const across = Math.ceil(measures.length / COLUMN), headings = [];
  let y = 0;
  for (let from = 0; from < measures.length;) {
    const {dimension} = known[measures[from]], after = measures.findIndex((n, i) => i > from && known[n].dimension !== dimension);
    const group = measures.slice(from, after < 0 ? measures.length : after);
    if (dimension >= 0) {
      y += (from ? GAP : 0) + head;
      headings.push({text: labelOf(dimensions[dimension]), below: group[0]});
    }
    group.forEach((node, i) => at.set(node, {x: (i % across - (across - 1) / 2) * WIDE, y: y + Math.floor(i / across) * row}));
    y += Math.ceil(group.length / across) * row;
    from += group.length;
  }
  return {headings, head, height: y, side: SIDE + (Math.max(across, 1) - 1) * WIDE / 2};
}

/** Node → {x, y}, and the headings over the groups of measures. */
function layout(visible, shown) {
  const at = new Map();
  const central = [...visible].filter((n) => known[n].type === "Measure").sort((a, b) => known[a].dimension - known[b].dimension || a - b);
  const {headings, head, side: beside, height: given} = placeMeasures(central, at);
  let height = given;
  // Regions in the order of the measures they are tied to, so that few lines cross.
  const tied = (node) => shown.filter((e) => e.from === node || e.to === node).map((e) => other(e, node));
  const middle = (node) => {
    const ys = tied(node).filter((m) => at.has(m)).map((m) => at.get(m).y);
    return ys.length ? ys.reduce((a, b) => a + b, 0) / ys.length : height;
  };
  const columns = [...visible].filter((n) => n === state.region || (known[n].type === "LocalGovernment" && core.has(n)))
    .map((node) => [middle(node), node]).sort((a, b) => a[0] - b[0] || a[1] - b[1]).map((pair) => pair[1]);
  // What belongs to each region; what belongs to none stands below.
  const lanes = new Map(columns.map((n) => [n, []])), loose = [];
  for (const node of [...visible].sort((a, b) => a - b)) {
    if (at.has(node) || lanes.has(node)) continue;
    const home = [...known[node].homes, ...known[node].around].find((n) => lanes.has(n));
    (home === undefined ? loose : lanes.get(home)).push(node);
  }
  const most = Math.max(0, ...[...lanes.values()].map((lane) => lane.length));
  const total = visible.size - columns.length - central.length;
  const across = Math.max(2, Math.ceil(Math.sqrt(Math.max(total / 5, most / 3))));
  const rows = (node) => Math.max(1, Math.ceil(lanes.get(node).length / across));
  const slotOf = (node) => Math.max(REGION, rows(node) * CELL.y + GAP);
  const sides = [[], []], used = [0, 0];
  for (const node of columns) {
    const side = used[0] <= used[1] ? 0 : 1;
    sides[side].push(node);
    used[side] += slotOf(node);
  }
  const tall = Math.max(...used) / height;
  if (tall > 1 && height) {
    for (const node of central) at.get(node).y *= tall;
    height *= tall;
  }
  for (const heading of headings) heading.y = at.get(heading.below).y - head;
  sides.forEach((column, side) => {
    const direction = side ? 1 : -1, spare = Math.max(0, height - used[side]) / (column.length || 1);
    let top = -REGION / 4 + Math.min(0, (height - used[side]) / 2);
    for (const node of column) {
      const slot = slotOf(node) + spare, centre = top + slot / 2, lane = lanes.get(node), deep = rows(node);
      at.set(node, {x: direction * beside, y: centre});
      lane.forEach((member, i) => at.set(member, {
        x: direction * (beside + 230 + Math.floor(i / deep) * CELL.x),
        y: centre + (i % deep - (Math.min(deep, lane.length) - 1) / 2) * CELL.y,
      }));
      top += slot;
    }
  });
  const below = Math.max(height, ...used) + CELL.y, wide = Math.max(6, Math.ceil(Math.sqrt(loose.length / 2)));
  loose.forEach((node, i) => at.set(node, {
    x: (i % wide - (Math.min(wide, loose.length) - 1) / 2) * CELL.x, y: below + Math.floor(i / wide) * CELL.y,
  }));
  return {at, headings};
}

// ---- drawing ----
const shownNodes = new vis.DataSet(), shownEdges = new vis.DataSet();
const canvas = document.getElementById("network");
const network = new vis.Network(canvas, {nodes: shownNodes, edges: shownEdges}, data.vis.options);
let headings = [];
let theme = {}; // the style sheet's colours, by name
function readTheme() {
  const style = getComputedStyle(document.documentElement);
  for (const name of ["ink", "soft", "ground", ...Object.keys(LINES)]) theme[name] = style.getPropertyValue(`--${name}`).trim();
}
const FACE = getComputedStyle(document.documentElement).fontFamily;

function nodeLook(node, position, lit) {
  const {type} = known[node], base = data.vis.nodes[node], within = ["ellipse", "box"].includes(looks[type].shape);
  const size = type === "LocalGovernment" ? 22 : within ? 18 : 14;
  return {
    ...base, ...position, label: wrap(labelOf(known[node]), {LocalGovernment: 8, Measure: 15}[type] || 11), opacity: lit ? 1 : 0.25,
    font: {face: FACE, size, color: within ? looks[type].ink : theme.ink, strokeWidth: within ? 0 : 3, strokeColor: theme.ground},
    margin: within ? 7 : 5, borderWidth: 1.5, borderWidthSelected: within ? 5 : 3,
    color: {...base.color, highlight: {background: base.color.background, border: theme.ink},
      hover: {background: base.color.background, border: theme.ink}},
  };
}

function lineOf({tie, kinds}) {
  if (tie) return tie.includes("own") ? "own" : "units";
  return {Adoption: "own", Plan: "plan"}[kinds[0]] || "relation";
}
const LINES = {
  own: {width: 2.2, dashes: false, word: "ui-tie-own"},
  units: {width: 1.6, dashes: [9, 5], word: "ui-tie-units"},
  plan: {width: 1.6, dashes: [2, 5], word: "ui-planned-line"},
  relation: {width: 1.2, dashes: false, word: "ui-relation-line"},
};

/** The more lines, the fainter each. */
const strength = (count) => Math.max(0.2, Math.min(0.8, 6 / Math.sqrt(count)));

function edgeLook(edge, opacity) {
  const name = lineOf(edge), line = LINES[name], colour = theme[name], straight = !edge.tie;
  return {
    id: edge.id, from: edge.from, to: edge.to, width: line.width, dashes: line.dashes, selectionWidth: 2,
    arrows: {to: {enabled: name === "relation", scaleFactor: 0.4}},
    color: {color: colour, highlight: colour, hover: colour, opacity},
    ...(straight ? {smooth: {type: "continuous", roundness: 0.2}} : {}),
  };
}

/** Bring the network to what `state` asks for. */
function refresh() {
  const {regions, measures} = data.overviews[state.level];
  core = new Set([...regions, ...measures.map(([measure]) => measure)]);
  readTheme();
  const visible = new Set(known.map((_, node) => node).filter((node) => inScope(node) && passes(node)));
  const shown = ties.filter((edge) => isShown(edge, visible));
  const placed = layout(visible, shown);
  headings = placed.headings;
  // A selected item is lit with its neighbours; the rest is dimmed.
  const {selected} = state, chosen = selected && (selected.edge === undefined ? visible.has(selected.node) : true);
  const touches = (edge) => !chosen || edge.id === selected.edge || edge.from === selected.node || edge.to === selected.node;
  const lit = new Set(shown.filter(touches).flatMap((edge) => [edge.from, edge.to]));
  if (chosen && selected.node !== undefined) lit.add(selected.node);
  const update = (set, items) => {
    const keep = new Set(items.map((item) => item.id));
    set.remove(set.getIds().filter((id) => !keep.has(id)));
    set.update(items);
  };
  update(shownNodes, [...visible].map((n) => nodeLook(n, placed.at.get(n), !chosen || lit.has(n))));
  update(shownEdges, shown.map((edge) => edgeLook(edge, !touches(edge) ? 0.07 : chosen ? 0.85 : strength(shown.length))));
  if (chosen) {
    if (selected.node !== undefined) network.selectNodes([selected.node]);
    else if (shownEdges.get(selected.edge)) network.selectEdges([selected.edge]);
  } else network.unselectAll();
  const message = document.getElementById("message");
  message.hidden = visible.size > 0;
  message.textContent = word(known.length ? "ui-nothing" : "ui-empty");
  return visible;
}

network.on("beforeDrawing", (context) => {
  context.font = `600 15px ${FACE}`;
  context.fillStyle = theme.soft;
  context.textAlign = "center";
  for (const heading of headings) context.fillText(heading.text, 0, heading.y);
});
matchMedia("(prefers-color-scheme: dark)").addEventListener("change", refresh);
