/* Building the page. Text only ever becomes text. */

const SVG = "http://www.w3.org/2000/svg";

/** An element; attributes that are functions listen, false and null are left out. */
export function el(name, attributes = {}, ...children) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (value === false || value === null || value === undefined) continue;
    if (typeof value === "function") element.addEventListener(key.slice(2), value);
    else element.setAttribute(key, value === true ? "" : String(value));
  }
  element.append(...children.filter((child) => child !== null && child !== undefined));
  return element;
}

const SHAPES = {
  search: ["M10.5 4a6.5 6.5 0 1 1 0 13a6.5 6.5 0 0 1 0-13z", "M15.5 15.5L21 21"],
  theme: ["M12 3a9 9 0 1 0 0 18a9 9 0 0 0 0-18z", "M12 3v18", "M12 8h7.5", "M12 12h9", "M12 16h7.5"],
  full: ["M4 9V4h5", "M20 9V4h-5", "M4 15v5h5", "M20 15v5h-5"],
  out: ["M10 4H5v16h5", "M14 8l4 4l-4 4", "M18 12H9"],
  close: ["M6 6l12 12", "M18 6L6 18"],
  alert: ["M12 4L22 20H2z", "M12 10v5", "M12 17.6v.4"],
};

/** A small drawing beside a text; it says nothing by itself. */
export function icon(name) {
  const svg = document.createElementNS(SVG, "svg");
  svg.setAttribute("viewBox", "0 0 24 24");
  svg.setAttribute("class", "icon");
  svg.setAttribute("aria-hidden", "true");
  for (const shape of SHAPES[name]) {
    const path = document.createElementNS(SVG, "path");
    path.setAttribute("d", shape);
    svg.append(path);
  }
  return svg;
}

/** Sets a text only where it differs: the page is repainted often. */
export function write(element, text) {
  const value = String(text);
  if (element.textContent !== value) element.textContent = value;
}

/** Sets or removes an attribute only where it differs. */
export function mark(element, name, value) {
  if (value === null || value === false) {
    if (element.hasAttribute(name)) element.removeAttribute(name);
  } else if (element.getAttribute(name) !== String(value)) {
    element.setAttribute(name, String(value));
  }
}

let told = "";

/** Says something to those who listen to the page. */
export function speak(text) {
  if (text === told) return;
  told = text;
  document.getElementById("spoken").textContent = text;
}
