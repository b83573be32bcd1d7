// Elements without markup: text never becomes HTML.

export function element(name, properties = {}, ...children) {
  const node = document.createElement(name);
  for (const [key, value] of Object.entries(properties)) {
    if (key.startsWith("on")) {
      node.addEventListener(key.slice(2), value);
    } else if (key in node && !key.startsWith("aria")) {
      node[key] = value;
    } else {
      node.setAttribute(key, value);
    }
  }

  node.append(...children.filter(child => child !== null && child !== undefined));
  return node;
}

export function dot(colour) {
  const node = element("span", { className: "dot" });
  node.style.backgroundColor = colour;
  return node;
}
