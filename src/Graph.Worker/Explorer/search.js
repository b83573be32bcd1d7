// The search box: a combobox whose matches come from the service while one types.

import { findEntities } from "./api.js";
import { dot, element } from "./dom.js";
import { colourOf, kindOf } from "./vocabulary.js";

const pause = 140;

export class Search {
  constructor(input, list, choose) {
    this.input = input;
    this.list = list;
    this.choose = choose;
    this.matches = [];
    this.active = -1;
    this.asked = 0;
    input.addEventListener("input", () => this.typed());
    input.addEventListener("keydown", event => this.pressed(event));
    input.addEventListener("blur", () => setTimeout(() => this.close(), 150));
    input.addEventListener("focus", () => this.matches.length && this.open());
  }

  typed() {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.ask(this.input.value.trim()), pause);
  }

  async ask(text) {
    const turn = ++this.asked;
    const answer = text ? await findEntities(text).catch(() => ({ entities: [] })) : { entities: [] };

    // An answer that a later question has overtaken is dropped.
    if (turn === this.asked) {
      this.matches = answer.entities;
      this.active = this.matches.length ? 0 : -1;
      this.render(text);
    }
  }

  render(text) {
    this.list.replaceChildren(...this.matches.map((match, index) => element("li", {
      id: `match-${index}`, role: "option", "aria-selected": String(index === this.active), onpointerdown: () => this.take(index),
    }, dot(colourOf(kindOf(match))), match.name ?? match.id, element("small", {}, kindOf(match)))));
    if (text && this.matches.length === 0) {
      this.list.replaceChildren(element("li", { className: "none" }, "Nothing of that name."));
    }

    text ? this.open() : this.close();
    this.input.setAttribute("aria-activedescendant", this.active < 0 ? "" : `match-${this.active}`);
  }

  pressed(event) {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step && this.matches.length) {
      this.active = (this.active + step + this.matches.length) % this.matches.length;
      this.render(this.input.value.trim());
      this.list.children[this.active].scrollIntoView({ block: "nearest" });
      event.preventDefault();
    } else if (event.key === "Enter" && this.active >= 0) {
      this.take(this.active);
    } else if (event.key === "Escape") {
      this.close();
      this.input.blur();
    }
  }

  take(index) {
    const match = this.matches[index];
    this.close();
    this.input.value = match.name ?? match.id;
    this.choose(match.id);
  }

  open() {
    this.list.hidden = false;
    this.input.setAttribute("aria-expanded", "true");
  }

  close() {
    this.list.hidden = true;
    this.input.setAttribute("aria-expanded", "false");
  }
}
