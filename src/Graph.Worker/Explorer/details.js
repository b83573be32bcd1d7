// The card on the right: an entity with its facts, or a fact with the sentences it rests on.

import { dot, element } from "./dom.js";
import { colourOf, kindOf, readableType, symmetric } from "./vocabulary.js";

const silent = new Set(["aliases", "articleCount", "mentionCount", "evidenceCount", "article", "polarity", "confidence"]);

export class Details {
  // choose(entityId): another entity was chosen; mark(factId): a fact was chosen.
  constructor(panel, content, { choose, mark }) {
    this.panel = panel;
    this.content = content;
    this.choose = choose;
    this.mark = mark;
  }

  hide() {
    this.panel.hidden = true;
  }

  show(...children) {
    this.content.replaceChildren(...children.filter(child => child !== null));
    this.panel.hidden = false;
    this.panel.scrollTop = 0;
  }

  showError(message) {
    this.show(element("p", { className: "none" }, message));
  }

  showEntity(answer) {
    const { entity, properties, facts } = answer;
    const aliases = (properties.aliases ?? []).filter(alias => alias !== entity.name);
    const groups = Map.groupBy(facts, fact => direction(fact, entity) + readableType(fact.type));
    this.show(
      element("div", { className: "chips" }, ...entity.labels.map(label => element("span", { className: "chip" }, dot(colourOf(label)), label))),
      element("h2", {}, entity.name ?? entity.id),
      aliases.length ? element("p", { className: "none" }, `Also: ${aliases.join(" · ")}`) : null,
      propertyList(properties),
      facts.length ? null : element("p", { className: "none" }, "No facts."),
      ...[...groups].sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, group]) => element("section", {},
        element("h3", {}, name), ...group.map(fact => this.factRow(entity, fact)))),
      answer.truncated ? element("p", { className: "none" }, "More facts than are shown here: use the query verb.") : null);
  }

  factRow(entity, fact) {
    const other = fact.from.id === entity.id ? fact.to : fact.from;
    const note = [fact.properties.polarity === false ? "not" : null, fact.properties.date ?? fact.properties.firstReported, fact.properties.certainty]
      .filter(Boolean).join(" · ");
    return element("button", { type: "button", className: "fact", onclick: () => this.mark(fact) },
      dot(colourOf(kindOf(other))), element("span", {}, other.name ?? other.id), element("small", {}, note));
  }

  showFact(fact) {
    this.show(
      element("div", { className: "ends" },
        this.end(fact.from),
        element("span", { className: "type" }, `${fact.properties.polarity === false ? "not " : ""}${readableType(fact.type)} ${symmetric.has(fact.type) ? "↕" : "↓"}`),
        this.end(fact.to)),
      propertyList(fact.properties),
      element("h3", {}, fact.evidence.length === 1 ? "What it rests on" : `What it rests on: ${fact.evidence.length} passages`),
      ...fact.evidence.map(passage));
  }

  end(entity) {
    return element("button", { type: "button", className: "end", onclick: () => this.choose(entity.id) },
      dot(colourOf(kindOf(entity))), ` ${entity.name ?? entity.id}`);
  }
}

function direction(fact, entity) {
  return symmetric.has(fact.type) ? "↔ " : fact.from.id === entity.id ? "→ " : "← ";
}

function propertyList(properties) {
  const entries = Object.entries(properties).filter(([name, value]) => !silent.has(name) && value !== null && value !== "");
  return entries.length === 0 ? null : element("dl", {}, ...entries.flatMap(([name, value]) => [
    element("dt", {}, name.replaceAll(/([A-Z])/g, " $1").toLowerCase()), element("dd", {}, Array.isArray(value) ? value.join(", ") : String(value))]));
}

// The sentence with the passage underlined and, inside it, the word that carries the fact marked.
function passage(evidence) {
  const { sentence, start, article } = evidence;
  const end = start + (evidence.text?.length ?? 0);
  const cue = evidence.cue ? sentence.indexOf(evidence.cue, start) : -1;
  const hasCue = cue >= 0 && cue + evidence.cue.length <= Math.max(end, sentence.length);
  const inside = hasCue && cue < end
    ? [sentence.slice(start, cue), element("mark", {}, evidence.cue), sentence.slice(cue + evidence.cue.length, end)]
    : [sentence.slice(start, end)];
  const source = [article.source, article.date, evidence.certainty].filter(Boolean).join(" · ");
  const title = article.url?.startsWith("http")
    ? element("a", { href: article.url, rel: "noreferrer noopener", target: "_blank" }, article.title || article.id)
    : article.title || article.id;
  return element("blockquote", {},
    sentence.slice(0, start), element("span", { className: "passage" }, ...inside), sentence.slice(Math.max(end, start)),
    element("cite", {}, title, source ? ` — ${source}` : ""));
}
