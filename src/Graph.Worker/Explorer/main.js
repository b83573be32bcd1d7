// Puts the page together. The address's fragment says what is shown: #entity=ID or #fact=ID (of that entity).

import { readAround, readEntity, readOverview } from "./api.js";
import { Details } from "./details.js";
import { Filters } from "./filters.js";
import { listenToKeys } from "./keyboard.js";
import { Model } from "./model.js";
import { Search } from "./search.js";
import { View } from "./view.js";

const overviewSize = 300;
const ringSize = 120;
const byId = id => document.getElementById(id);

const model = new Model();
const view = new View(byId("graph"), model);
const details = new Details(byId("panel"), byId("details"), { choose: show, mark: showFact });
const filters = new Filters(model, () => { view.refresh(); status(); });
const search = new Search(byId("search"), byId("results"), show);

// Whole entities by id, so that a fact opens at once after its entity was shown.
const known = new Map();
let isTruncated = false;

async function entity(id) {
  if (!known.has(id)) {
    known.set(id, await readEntity(id));
  }

  return known.get(id);
}

async function overview() {
  clear();
  const answer = await readOverview(overviewSize);
  isTruncated = answer.truncated;
  model.load(answer, { keep: false });
  filters.render();
  view.refresh({ fit: true });
  view.fit();
  status();
}

// Shows an entity: in the picture if it is not there yet, and in the card.
async function show(id) {
  await guarded(async () => {
    if (!model.nodes.has(id)) {
      model.load(await readAround(id, 1, ringSize), { keep: true });
      filters.render();
      view.refresh();
    }

    const node = model.nodes.get(id);
    view.select(node);
    view.center(node);
    details.showEntity(await entity(id));
    announce(`${node.name ?? id}, ${node.kind}, ${node.facts} facts shown.`);
    remember(`entity=${encodeURIComponent(id)}`);
  });
}

async function expand(node) {
  await guarded(async () => {
    model.load(await readAround(node.id, 1, ringSize), { keep: true });
    filters.render();
    view.refresh();
    view.select(node);
    status();
    announce(`Everything next to ${node.name ?? node.id} is shown.`);
  });
}

function showFact(fact) {
  const edge = model.edges.get(fact.id);
  if (edge) {
    view.selectEdge(edge);
  }

  details.showFact(fact);
}

async function showEdge(edge) {
  await guarded(async () => {
    const answer = await entity(edge.from);
    const fact = answer.facts.find(candidate => candidate.id === edge.id);
    view.selectEdge(edge);
    fact ? details.showFact(fact) : details.showError("This fact is not in the graph any more. Reload the page.");
    remember(`fact=${encodeURIComponent(edge.id)}`);
  });
}

function clear() {
  view.select(null);
  details.hide();
  remember("");
}

async function guarded(work) {
  try {
    await work();
  } catch (error) {
    details.showError(error.message);
  }
}

function status() {
  const { nodes, edges } = view.scene;
  byId("status").textContent = nodes.length === 0
    ? "The graph is empty, or everything is filtered out."
    : `${nodes.length} entities, ${edges.length} facts${isTruncated ? " — the most connected ones; search or double-click a node for more" : ""}`;
}

const announce = text => { byId("announcement").textContent = text; };

const remember = fragment => history.replaceState(null, "", fragment ? `#${fragment}` : location.pathname);

function setTheme(theme) {
  document.documentElement.dataset.theme = theme;
  view.themeChanged();
}

function startTheme() {
  const dark = matchMedia("(prefers-color-scheme: dark)");
  setTheme(localStorage.getItem("theme") ?? (dark.matches ? "dark" : "light"));
  dark.addEventListener("change", event => localStorage.getItem("theme") ?? setTheme(event.matches ? "dark" : "light"));
  byId("theme").addEventListener("click", () => {
    const theme = document.documentElement.dataset.theme === "dark" ? "light" : "dark";
    localStorage.setItem("theme", theme);
    setTheme(theme);
  });
}

async function start() {
  const wanted = new URLSearchParams(location.hash.slice(1));
  startTheme();
  view.addEventListener("choose", ({ detail }) => detail.node ? show(detail.node.id) : detail.edge ? showEdge(detail.edge) : clear());
  view.addEventListener("expand", ({ detail }) => expand(detail.node));
  listenToKeys(view, { search: byId("search"), choose: node => show(node.id), expand, clear });
  byId("whole").addEventListener("click", () => guarded(overview));
  byId("fit").addEventListener("click", () => view.fit());
  byId("close").addEventListener("click", clear);
  await guarded(overview);
  if (wanted.has("entity")) {
    await show(wanted.get("entity"));
  } else if (model.edges.has(wanted.get("fact"))) {
    await showEdge(model.edges.get(wanted.get("fact")));
  }
}

await start();
