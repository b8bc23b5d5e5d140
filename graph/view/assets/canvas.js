"use strict";
// The drawing by vis-network: what `shown.js` says, with names and lines; on the map of everything, points in place of
// what is too small for a name. No physics: the same choices give the same picture.

const LINES = {
  own: {width: 2.2, dashes: false, word: "ui-tie-own"},
  units: {width: 1.6, dashes: [9, 5], word: "ui-tie-units"},
  plan: {width: 1.6, dashes: [2, 5], word: "Plan"},
  relation: {width: 1.2, dashes: false, word: "ui-relation-line"},
};
const FACE = getComputedStyle(document.documentElement).fontFamily;
const SMALL = 0.32; // below this scale names on the map cannot be read
let network = null, shownNodes = null, shownEdges = null;
let headings = [];
let theme = {}; // the style sheet's colours, by name

function readTheme() {
  const style = getComputedStyle(document.documentElement);
  for (const name of ["ink", "soft", "ground", "raised", ...Object.keys(LINES)]) theme[name] = style.getPropertyValue(`--${name}`).trim();
}

/** Names wrapped to lines that a node's label can carry: Chinese by signs, English by words. */
function wrap(text, width) {
  const lines = [""], wide = (s) => [...s].reduce((sum, sign) => sum + (sign.charCodeAt(0) < 256 ? 0.55 : 1), 0);
  for (const piece of text.match(/[\x21-\x7e]+\s*|\s+|[^\s\x21-\x7e]/gu) || []) {
    if (wide(lines.at(-1)) + wide(piece) > width && lines.at(-1)) lines.push("");
    lines[lines.length - 1] += piece;
  }
  return lines.length > 2 ? [lines[0], [...lines[1]].slice(0, Math.floor(width) - 1).join("").trimEnd() + "…"].join("\n") : lines.join("\n");
}
const cut = (name, most) => (name.length > most ? `${name.slice(0, most - 1).trimEnd()}…` : name);
const ONE_LINE = {LocalGovernment: 9, Measure: 48}; // signs of a name that stands inside its shape

function nodeLook(node, [x, y], lit) {
  const {type} = known[node], {shape, size, color, ink} = looks[type], within = ["ellipse", "box"].includes(shape);
  const name = nameOf(node), label = within ? cut(name, ONE_LINE[type]) : wrap(name, 11), fontSize = lang === "zh" ? (within ? 19 : 14) : within ? 16 : 13;
  return {
    id: node, x, y, shape, size, label, title: label.endsWith("…") ? name : undefined, opacity: lit ? 1 : 0.32,
    font: {face: FACE, size: fontSize, color: within ? ink : theme.ink, strokeWidth: within ? 0 : 3, strokeColor: theme.ground},
    margin: within ? 6 : 4, borderWidth: 1.5, borderWidthSelected: within ? 5 : 3,
    shapeProperties: {borderDashes: state.pins.has(node) ? [4, 3] : false},
    color: {...color, ...(state.pins.has(node) ? {border: theme.ink} : {}),
      highlight: {background: color.background, border: theme.ink}, hover: {background: color.background, border: theme.ink}},
  };
}

function lineOf({tie, kinds}) {
  if (tie) return tie.includes("own") ? "own" : "units";
  return {Adoption: "own", Plan: "plan"}[kinds[0]] || "relation";
}
/** The more lines, the fainter each. */
const strength = (count) => Math.max(0.25, Math.min(0.8, 7 / Math.sqrt(count)));

function edgeLook(edge, opacity) {
  const name = lineOf(edge), line = LINES[name], colour = theme[name];
  return {
    id: edge.id, from: edge.from, to: edge.to, width: line.width, dashes: line.dashes, selectionWidth: 2,
    arrows: {to: {enabled: name === "relation", scaleFactor: 0.4}},
    color: {color: colour, highlight: colour, hover: colour, opacity},
    smooth: edge.tie && state.scope !== "all" ? undefined : {enabled: true, type: "continuous", roundness: 0.2},
  };
}

function update(set, items) {
  const keep = new Set(items.map((item) => item.id));
  set.remove(set.getIds().filter((id) => !keep.has(id)));
  set.update(items);
}

/** What the canvas shows at this moment, in canvas units. */
function sight() {
  const {x, y} = network.getViewPosition(), scale = network.getScale(), box = byId("network");
  if (scale < SMALL) return null;
  const [wide, high] = [box.clientWidth / scale / 2 + 120, box.clientHeight / scale / 2 + 60];
  return {left: x - wide, right: x + wide, top: y - high, bottom: y + high};
}

/** Bring the drawing to what `state` asks for; returns the number of nodes that the scope holds. */
function drawGraph() {
  if (!network) begin();
  const all = state.scope === "all", picture = all ? {at: onMap(sight()), headings: []} : placed();
  headings = picture.headings;
  const {at} = picture, here = all && at.size > LEGIBLE ? edgesAmong(at).filter((e) => e.from === state.node || e.to === state.node) : edgesAmong(at);
  const [from, to] = state.line, one = here.find((e) => e.from === from && e.to === to);
  const chosen = at.has(state.node) || one;
  // What a region's units do is the region's too.
  const units = (e) => at.has(state.node) && isRegion(state.node) && known[e.from].homes[0] === state.node && known[e.to].type === "Measure";
  const touches = (e) => !chosen || e === one || e.from === state.node || e.to === state.node || units(e);
  const lit = new Set([state.node, ...(at.has(state.node) ? neighboursOf(state.node) : []), ...here.filter(touches).flatMap((edge) => [edge.from, edge.to])]);
  update(shownNodes, [...at].map(([node, place]) => nodeLook(node, place, !chosen || lit.has(node))));
  update(shownEdges, here.map((edge) => edgeLook(edge, !touches(edge) ? 0.06 : !chosen ? strength(here.length) : units(edge) ? 0.3 : 0.85)));
  if (at.has(state.node)) network.selectNodes([state.node]);
  else if (one) network.selectEdges([one.id]);
  else network.unselectAll();
  if (all) dots = mapDots();
  const count = all ? dots.count : at.size;
  byId("message").hidden = count > 0;
  byId("message").textContent = word(known.length ? "ui-nothing" : "ui-empty");
  return count;
}
const fit = (nodes) => {
  if (!nodes && state.scope === "all") {
    const {left, right, top, bottom} = dots, box = byId("network");
    const scale = Math.min(1, 0.94 * Math.min(box.clientWidth / (right - left || 1), box.clientHeight / (bottom - top || 1)));
    network.moveTo({position: {x: (left + right) / 2, y: (top + bottom) / 2}, scale});
    if (scale >= SMALL) drawGraph();
  } else network.fit({nodes: nodes || shownNodes.getIds(), maxZoomLevel: 1.3, animation: false});
};
/** Bring a node and its neighbours into sight. */
function lookAt(node) {
  if (state.scope === "all") {
    const [x, y] = state.pins.get(node) || data.map.at[node];
    network.moveTo({position: {x, y}, scale: 0.8});
    drawGraph();
  } else fit([node, ...neighboursOf(node)].filter((near) => shownNodes.get(near)));
}

// ---- the map's points ----
let dots = {byColour: new Map(), count: 0, left: 0, right: 0, top: 0, bottom: 0};
/** The nodes that pass, by colour, as flat lists of places. */
function mapDots() {
  const byColour = new Map(), ends = {left: Infinity, right: -Infinity, top: Infinity, bottom: -Infinity};
  let count = 0;
  data.map.at.forEach(([x, y], node) => {
    if (!nodePasses(node)) return;
    const colour = looks[known[node].type].color.background, found = byColour.get(colour) || [];
    if (!found.length) byColour.set(colour, found);
    found.push(x, y);
    count += 1;
    ends.left = Math.min(ends.left, x - 130); ends.right = Math.max(ends.right, x + 130);
    ends.top = Math.min(ends.top, y - 110); ends.bottom = Math.max(ends.bottom, y + 60);
  });
  return {byColour, count, ...(count ? ends : {left: 0, right: 0, top: 0, bottom: 0})};
}

function paint(context) {
  context.textAlign = "center";
  if (state.scope !== "all") {
    context.font = `600 16px ${FACE}`;
    context.fillStyle = theme.soft;
    for (const heading of headings) context.fillText(heading.text, heading.x, heading.y);
    return;
  }
  const scale = network.getScale(), size = Math.max(14, Math.min(46, 5 / scale));
  context.fillStyle = theme.raised;
  for (const [of, x, y, wide, high] of data.map.headings) if (of === -1 || (of >= 0 && nodePasses(of))) context.fillRect(x - 20, y, wide - 24, high - 24);
  for (const [colour, places] of dots.byColour) {
    context.fillStyle = colour;
    for (let i = 0; i < places.length; i += 2) context.fillRect(places[i] - size / 2, places[i + 1] - size / 2, size, size);
  }
  // Names of the plots, as large as there is room for.
  context.fillStyle = theme.ink;
  context.textAlign = "left";
  const far = 10 / scale >= 120, high = far ? 13 / scale : Math.min(90, Math.max(30, 13 / scale));
  context.font = `600 ${high}px ${FACE}`;
  context.strokeStyle = theme.ground;
  context.lineWidth = high / 4;
  if (far) for (const [of, x, y] of data.map.headings) { // only the provinces can be named from so far away
    if (of < 0 || levelOf[of] !== "Province" || !nodePasses(of)) continue;
    context.strokeText(nameOf(of), x, y + high);
    context.fillText(nameOf(of), x, y + high);
  }
  else for (const [of, x, y, wide] of data.map.headings) {
    const name = of === -2 ? word("Measure") : of < 0 ? word("ui-nowhere") : nameOf(of), room = Math.floor((wide - 50) / high);
    if (of < 0 || nodePasses(of)) context.fillText(name.length > room ? `${name.slice(0, Math.max(1, room - 1))}…` : name, x, y + high * 1.15);
  }
}

/** The node of the map nearest to a place, within reach of a finger. */
function nodeNear({x, y}) {
  let found = -1, best = (14 / network.getScale()) ** 2;
  data.map.at.forEach(([a, b], node) => {
    const far = (a - x) ** 2 + (b - y) ** 2;
    if (far < best && nodePasses(node)) [found, best] = [node, far];
  });
  return found;
}

// ---- what the drawing reports ----
function begin() {
  shownNodes = new vis.DataSet();
  shownEdges = new vis.DataSet();
  network = new vis.Network(byId("network"), {nodes: shownNodes, edges: shownEdges}, data.vis.options);
  readTheme();
  network.on("beforeDrawing", paint);
  network.on("click", ({nodes, edges: lines, pointer}) => {
    const near = nodes.length ? nodes[0] : state.scope === "all" && !lines.length ? nodeNear(pointer.canvas) : -1;
    if (near >= 0) go({node: near, line: [], cell: [], ...(isRegion(near) && state.scope !== "all" ? {region: near} : {})});
    else if (lines.length) go({node: -1, cell: [], line: [edges[lines[0]].from, edges[lines[0]].to]});
    else go({node: -1, line: [], cell: []});
  });
  network.on("doubleClick", ({nodes}) => { if (nodes.length) expand(nodes[0]); });
  network.on("dragEnd", ({nodes}) => {
    if (nodes.length) {
      const {x, y} = network.getPosition(nodes[0]);
      state.pins.set(nodes[0], [Math.round(x), Math.round(y)]);
      go({node: nodes[0]});
    } else if (state.scope === "all") later();
  });
  network.on("zoom", () => { if (state.scope === "all") later(); });
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => { readTheme(); if (state.view === "graph") drawGraph(); });
}
let waiting = 0;
/** Once the reader has come to rest on the map: names for what is in sight. */
function later() {
  clearTimeout(waiting);
  waiting = setTimeout(drawGraph, 120);
}

// ---- opening and closing ----
function expand(node) {
  go({opened: unique([...state.opened, node]), node, line: [], cell: []});
  lookAt(node);
}
function collapse(node) {
  go({opened: state.opened.filter((opened) => opened !== node), node});
  fit();
}
function focusOn(node) {
  go({view: "graph", scope: "focus", node, centre: node, line: [], cell: [], opened: [], pins: new Map()});
  fit();
}
function togglePin(node) {
  const {x, y} = network.getPosition(node);
  if (!state.pins.delete(node)) state.pins.set(node, [Math.round(x), Math.round(y)]);
  go({node});
}
/** What must change for a node to be on the canvas. */
function bringIn(node, changes) {
  if (!nodePasses(node)) Object.assign(changes, {without: new Set(), dimension: -1, rank: "", sure: "", report: -1});
  if (state.scope === "focus" && !shownNodes?.get(node)) Object.assign(changes, {centre: node, opened: [], pins: new Map()});
}
