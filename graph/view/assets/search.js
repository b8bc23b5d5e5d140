"use strict";
// Search by name, other name, English or pinyin: zhongyangxian, zhongyang, zyx and zhongyx all find 中阳县.

const LISTED = 12; // results shown
const folded = (text) => text.normalize("NFKC").toLowerCase().replace(/[\s"'“”‘’「」《》〈〉()（）·-]/g, "");
// For each thing its names, and its names' syllables with their readings; v stands for ü and u alike.
const sounds = (text) => text.replaceAll("v", "u");
let heard = null, called = null; // made when the reader first searches
function prepareSearch() {
  heard = known.map(({pinyin}) => pinyin.map((name) => sounds(name).split(" ").map((syllable) => syllable.split("/"))));
  called = known.map(({label, english, aliases}) => [label, ...aliases, english].filter(Boolean).map((name) => [folded(name), name]));
}

/** Whether letters spell syllables from `at` on, each in full, by its beginning or by its initial. */
function spells(letters, syllables, at) {
  if (!letters) return true;
  if (at >= syllables.length) return false;
  return syllables[at].some((reading) => {
    for (let n = Math.min(reading.length, letters.length); n > 0; n--) {
      if (!letters.startsWith(reading.slice(0, n))) continue;
      // A syllable that is broken off in the middle is the last one, unless it is an initial (z, zh).
      if (n === letters.length || ((n === reading.length || n === 1 || (n === 2 && reading[1] === "h")) && spells(letters.slice(n), syllables, at + 1))) return true;
    }
    return false;
  });
}

/** [node, by which name, rank] of what is found, the best first. */
function findAll(text) {
  const asked = folded(text), latin = /^[a-z]+$/.test(asked) && asked.length > 1 ? sounds(asked) : "", found = [];
  if (!asked) return [];
  if (!called) prepareSearch();
  known.forEach((thing, node) => {
    let best = 9, by = "";
    for (const [name, shown] of called[node]) {
      const rank = name === asked ? 0 : name.startsWith(asked) ? 2 : name.includes(asked) ? 4 : 9;
      if (rank < best) [best, by] = [rank, shown];
    }
    // By its sound: the name itself, then another name, then within a name.
    if (latin && best > 2) heard[node].forEach((syllables, which) => {
      if (spells(latin, syllables, 0)) {
        if (best > (which ? 5 : 3)) [best, by] = [which ? 5 : 3, which ? thing.aliases[which - 1] : thing.label];
      } else if (latin.length > 2 && best > 6 && syllables.some((_, at) => at && spells(latin, syllables, at))) [best, by] = [6, which ? thing.aliases[which - 1] : thing.label];
    });
    if (best < 9) found.push([node, by === nameOf(node) || by === thing.label ? "" : by, best]);
  });
  return found.sort((a, b) => a[2] - b[2] || isRegion(b[0]) - isRegion(a[0]) || known[a[0]].label.length - known[b[0]].label.length
    || factsOf[b[0]].length - factsOf[a[0]].length || a[0] - b[0]);
}

let active = -1; // the result that the arrow keys have reached
function search() {
  const field = byId("search"), found = findAll(field.value), box = byId("found");
  active = -1;
  box.replaceChildren(...found.slice(0, LISTED).map(([node, by]) => {
    const home = known[node].homes.find((n) => n !== node), note = by || [word(known[node].type), home === undefined ? "" : nameOf(home)].filter(Boolean).join(" · ");
    return make("li", {}, press([glyph(known[node].type), make("span", {}, nameOf(node)), make("small", {}, note)], () => pick(node), {class: "link", "data-node": node}));
  }));
  if (found.length > LISTED) box.append(make("li", {class: "soft"}, say("ui-found-more", {n: found.length - LISTED})));
  if (field.value.trim() && !found.length) box.append(make("li", {class: "soft"}, word("ui-found-none")));
  box.hidden = !field.value.trim();
}
function pick(node) {
  choose(node);
  byId("search").value = "";
  search();
  if (state.view === "graph" && (state.scope === "all" || !basePlaces().at.has(node))) lookAt(node);
}
function listenToSearch() {
  const field = byId("search"), box = byId("found");
  field.addEventListener("input", search);
  field.addEventListener("focus", search);
  field.addEventListener("keydown", (event) => {
    const results = [...box.querySelectorAll("button")];
    if (event.key === "Enter") (results[active] || results[0])?.click();
    else if (event.key === "Escape") { field.value = ""; search(); }
    else if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      active = Math.max(0, Math.min(results.length - 1, active + (event.key === "ArrowDown" ? 1 : -1)));
      results.forEach((result, i) => result.classList.toggle("active", i === active));
      results[active]?.scrollIntoView({block: "nearest"});
    }
  });
  document.addEventListener("click", ({target}) => { if (!target.closest(".finder")) box.hidden = true; });
}
