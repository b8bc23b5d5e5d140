"use strict";
// What the graph shows and where it stands. In: `state`. Out: a set of nodes, the edges among them, a place for each.
// Three scopes: the overview (regions and shared measures), the focus (one thing and its neighbours), and everything.
// The places of overview and map were computed when the page was made; here only what the reader opens is set beside it.

const CELL = {x: 200, y: 78}, OUT = 240; // canvas units: of a node that was opened, and how far from what it belongs to
const MOST = 60; // neighbours opened at once; the panel lists the others
const LEGIBLE = 220; // nodes with names at one time on the map
const overviewNow = () => data.overviews[state.level];
const placesIn = data.overviews.map(({at}) => new Map(at.map(([node, x, y]) => [node, [x, y]])));

/** Whether the filters leave a node. */
function nodePasses(node) {
  const {type, homes, around} = known[node];
  if (state.without.has(type)) return false;
  if (filtering & ~BIT.type & ~BIT.region && !touched[node]) return false;
  return state.region < 0 || state.scope !== "all" || homes.includes(state.region) || around.includes(state.region);
}
const edgePasses = (edge) => !edge.facts.length || edge.facts.some(passesAnywhere);

/** The neighbours that opening a node shows, those that matter most first. */
function opening(node) {
  const near = neighboursOf(node).filter(nodePasses);
  const weight = (n) => edgesOf[n].length + (isRegion(n) ? 1000 : 0) + (known[n].type === "Measure" ? 500 : 0);
  return near.length <= MOST ? near : [...near].sort((a, b) => weight(b) - weight(a) || a - b).slice(0, MOST);
}

// ---- places ----
/** A thing in the middle, measures to its right by dimension, all else to its left by type. */
function focusPlaces(centre) {
  const at = new Map([[centre, [0, 0]]]), near = opening(centre), headings = [];
  const sides = [near.filter((n) => known[n].type !== "Measure"), near.filter((n) => known[n].type === "Measure")];
  sides.forEach((side, s) => {
    const groups = new Map();
    for (const node of side) {
      const name = s ? known[node].dimension : known[node].type;
      groups.set(name, [...(groups.get(name) || []), node]);
    }
    const inOrder = [...groups].sort((a, b) => (s ? a[0] - b[0] : Object.keys(looks).indexOf(a[0]) - Object.keys(looks).indexOf(b[0])));
    const across = Math.max(1, Math.ceil(side.length / 16)), wide = s ? (lang === "zh" ? 290 : 430) : 220;
    const rows = inOrder.reduce((sum, [, group]) => sum + Math.ceil(group.length / across) + 0.8, 0), row = s ? 48 : CELL.y;
    let y = -rows * row / 2;
    for (const [name, group] of inOrder) {
      const x = (s ? 1 : -1) * (420 + (across - 1) * wide / 2);
      const text = s ? (dimensions[name] ? labelOf(dimensions[name]) : "") : word(name);
      headings.push({text, x, y: y + row * 0.25});
      y += row * 0.8;
      group.forEach((node, i) => at.set(node, [
        (s ? 1 : -1) * (420 + (s && lang === "en" ? 60 : 0) + (i % across) * wide), Math.round(y + Math.floor(i / across) * row)]));
      y += Math.ceil(group.length / across) * row;
    }
  });
  return {at, headings};
}

function basePlaces() {
  if (state.scope === "focus") return focusPlaces(state.centre);
  const {regions: columns, measures, headings} = overviewNow();
  const core = [...columns, ...measures.map(([measure]) => measure)].filter(nodePasses);
  const narrow = byId("network").clientWidth < 600 ? 0.56 : 1; // on a phone the columns stand closer, the names larger
  const at = new Map(core.map((node) => {
    const [x, y] = placesIn[state.level].get(node);
    return [node, [Math.round(x * narrow), y]];
  }));
  // A heading stays while one of its measures does.
  const left = new Set(core.map((node) => known[node].dimension));
  return {at, headings: headings.filter(([of]) => left.has(of)).map(([of, x, y]) => ({text: labelOf(dimensions[of]), x, y}))};
}

/** Set what was opened beside what it belongs to, outward, so that nothing stands on another. */
function setBeside(at) {
  const inner = new Map(at), wide = Math.max(0, ...[...inner.values()].map(([x]) => Math.abs(x)));
  const blocks = new Map(), loose = [];
  const add = (node, opener) => {
    if (at.has(node)) return;
    const home = [...known[node].homes, ...known[node].around].find((n) => inner.has(n));
    const anchor = home ?? (inner.has(opener) && opener !== node ? opener : undefined);
    if (anchor === undefined) loose.push(node);
    else blocks.set(anchor, [...(blocks.get(anchor) || []), node]);
    at.set(node, null);
  };
  for (const opener of state.opened) {
    add(opener, opener);
    for (const node of opening(opener)) add(node, opener);
  }
  if (state.node >= 0) add(state.node, state.node);
  const bottoms = [-Infinity, -Infinity];
  for (const [anchor, nodes] of [...blocks].sort((a, b) => inner.get(a[0])[1] - inner.get(b[0])[1] || a[0] - b[0])) {
    const [x, y] = inner.get(anchor), side = x < 0 ? 0 : 1, rows = Math.max(1, Math.ceil(Math.sqrt(nodes.length * 2)));
    const deep = Math.min(rows, nodes.length), top = Math.max(y - (deep - 1) * CELL.y / 2, bottoms[side]);
    nodes.sort((a, b) => a - b).forEach((node, i) => at.set(node, [
      (side ? 1 : -1) * (wide + OUT + Math.floor(i / rows) * CELL.x), top + (i % rows) * CELL.y]));
    bottoms[side] = top + deep * CELL.y + 16;
  }
  const below = Math.max(0, ...[...at.values()].filter(Boolean).map(([, y]) => y)) + CELL.y * 1.5, across = Math.max(6, Math.ceil(Math.sqrt(loose.length)));
  loose.forEach((node, i) => at.set(node, [
    (i % across - (Math.min(across, loose.length) - 1) / 2) * CELL.x, below + Math.floor(i / across) * CELL.y]));
}

/** All of a scope but everything: node → place, and the headings. */
function placed() {
  const {at, headings} = basePlaces();
  setBeside(at);
  for (const [node, place] of state.pins) if (at.has(node)) at.set(node, place);
  return {at, headings};
}

/** The map's nodes that are drawn with names: those in sight where they are few, and what is chosen with its neighbours. */
function onMap(sight) {
  const all = data.map.at, at = new Map(), near = [];
  const place = (node) => { if (!at.has(node) && nodePasses(node)) at.set(node, state.pins.get(node) || all[node]); };
  if (state.node >= 0) [state.node, ...opening(state.node)].forEach(place);
  if (sight) {
    for (let node = 0; node < all.length && near.length <= LEGIBLE; node++) {
      const [x, y] = all[node];
      if (x > sight.left && x < sight.right && y > sight.top && y < sight.bottom && nodePasses(node)) near.push(node);
    }
    if (near.length <= LEGIBLE) near.forEach(place);
  }
  return at;
}

// ---- edges ----
const isHere = (edge, at) => {
  if (!at.has(edge.from) || !at.has(edge.to) || !edgePasses(edge)) return false;
  const core = placesIn[state.level], both = core.has(edge.from) && core.has(edge.to);
  // That one column of the overview lies within another is said in the panel, not by a line through the column.
  if (!edge.tie) return !(state.scope === "overview" && both && edge.kinds[0] === "within");
  if (edge.tie.includes("own")) return true;
  // What a unit does is shown once: by its own line, or by one from the nearest of its regions that is there.
  return edge.facts.some((f) => {
    const actor = valuesOf[f].actor;
    return Number.isInteger(actor) && passesAnywhere(f) && !at.has(actor) && known[actor].homes.find((home) => at.has(home)) === edge.from;
  });
};
const edgesAmong = (at) => unique([...at.keys()].flatMap((node) => edgesOf[node])).filter((edge) => isHere(edge, at)).sort((a, b) => a.id - b.id);
