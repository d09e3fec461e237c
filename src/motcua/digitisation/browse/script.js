
"use strict";
// Comfort only: without it every page, filter and switch still works.
const all = (selector) => [...document.querySelectorAll(selector)];
const one = (selector) => document.querySelector(selector);
const image = one("#image");
const text = one("#text");

for (const part of all("[data-script]")) part.hidden = false;

// A word on the image and the same word in the text.
const scrolls = (pane) => pane && getComputedStyle(pane).overflowY === "auto";
const reveal = (part, pane) => {
  if (!scrolls(pane)) return;
  const inner = part.getBoundingClientRect();
  const outer = pane.getBoundingClientRect();
  if (inner.top < outer.top || inner.bottom > outer.bottom)
    pane.scrollTop += inner.top - outer.top - outer.height / 3;
  if (inner.left < outer.left || inner.right > outer.right)
    pane.scrollLeft += inner.left - outer.left - outer.width / 3;
};
let marked = [];
const mark = (number, from) => {
  for (const part of marked) part.classList.remove("on");
  marked = number === null ? [] : all(`[data-word="${number}"]`);
  for (const part of marked) {
    part.classList.add("on");
    const pane = part.closest(".pane");
    if (pane !== from) reveal(part, pane);
  }
};
document.addEventListener("pointerover", (event) => {
  const word = event.target.closest("[data-word]");
  if (word) mark(word.dataset.word, word.closest(".pane"));
  else if (marked.length && event.target.closest(".pane")) mark(null, null);
});

// Fields show where they were read.
const outline = (event, shown) => {
  const link = event.target.closest("[data-field]");
  const frame = link && document.getElementById(`on-${link.dataset.field}`);
  if (!frame) return;
  frame.classList.toggle("on", shown);
  if (shown) reveal(frame, image);
};
for (const kind of ["pointerover", "focusin"])
  document.addEventListener(kind, (event) => outline(event, true));
for (const kind of ["pointerout", "focusout"])
  document.addEventListener(kind, (event) => outline(event, false));

// From one doubtful word to the next.
const doubtful = all(".read .weak, .read .lost");
let at = -1;
const toDoubtful = (by) => {
  if (!doubtful.length) return;
  at = at < 0 && by < 0 ? doubtful.length - 1 : (at + by + doubtful.length) % doubtful.length;
  mark(doubtful[at].dataset.word, null);
  if (!scrolls(text)) doubtful[at].scrollIntoView({ block: "center" });
};
const previous = one('button[data-key="p"]');
const next = one('button[data-key="n"]');
if (previous) previous.addEventListener("click", () => toDoubtful(-1));
if (next) next.addEventListener("click", () => toDoubtful(1));

// Switches and size stay as they are from page to page.
const choices = all('.tools input');
const memory = {
  read(key) { try { return sessionStorage.getItem(key); } catch { return null; } },
  write(key, value) { try { sessionStorage.setItem(key, value); } catch { /* kept for this page */ } },
};
for (const choice of choices) {
  const kept = memory.read(`motcua ${choice.id}`);
  if (kept !== null) choice.checked = kept === "true";
  choice.addEventListener("change", () => {
    for (const other of choices) memory.write(`motcua ${other.id}`, String(other.checked));
  });
}
const choose = (choice, checked) => {
  if (!choice) return;
  choice.checked = checked;
  choice.dispatchEvent(new Event("change"));
};
const sizes = all('.sizes input');
const resize = (by) => {
  const now = sizes.findIndex((size) => size.checked);
  choose(sizes[Math.min(Math.max(now + by, 0), sizes.length - 1)], true);
};

// The list: find with or without accents, walk with the arrows.
const rows = all(".inputs tbody tr");
const search = one("#search");
const plain = (words) =>
  words.normalize("NFD").replace(/\p{M}/gu, "").replace(/[đĐ]/g, "d").toLowerCase();
const texts = rows.map((row) => plain(row.textContent));
const visible = () => rows.filter((row) => row.offsetParent !== null);
const filter = () => {
  const wanted = plain(search.value).split(/\s+/).filter(Boolean);
  rows.forEach((row, number) => {
    row.hidden = !wanted.every((word) => texts[number].includes(word));
  });
  one(".none").hidden = visible().length > 0;
};
if (search) {
  search.addEventListener("input", filter);
  for (const chip of all(".chip input")) chip.addEventListener("change", filter);
  if (search.value) filter();
}
const walk = (by) => {
  const shown = visible();
  const now = shown.findIndex((row) => row.contains(document.activeElement));
  const row = shown[now < 0 ? (by > 0 ? 0 : shown.length - 1) : now + by];
  if (row) row.querySelector(".open").focus();
};

// Keys. A Vietnamese keyboard makes other letters of the brackets, so they count by their place.
const follow = (key) => {
  const link = one(`a[data-key="${key}"][href]`);
  if (link) location.href = link.href;
};
const beside = (key) => {
  const focused = document.activeElement;
  const pans = focused === image && image.scrollWidth > image.clientWidth;
  if (!pans) follow(key);
};
const acts = {
  ArrowLeft: () => beside("←"),
  ArrowRight: () => beside("→"),
  BracketLeft: () => follow("["),
  BracketRight: () => follow("]"),
  KeyN: () => toDoubtful(1),
  KeyP: () => toDoubtful(-1),
  Equal: () => resize(1),
  NumpadAdd: () => resize(1),
  Minus: () => resize(-1),
  NumpadSubtract: () => resize(-1),
};
const listActs = { ArrowUp: () => walk(-1), ArrowDown: () => walk(1), Slash: () => search.focus() };
const switches = { KeyK: "#show-words", KeyD: "#show-read", KeyB: "#show-text" };
document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.altKey || event.metaKey) return;
  if (event.key === "Escape" && event.target === search) { search.value = ""; filter(); }
  const onRadio = event.target.matches('input[type="radio"]') && event.code.startsWith("Arrow");
  if (onRadio || event.target === search && event.code !== "ArrowDown") return;
  const act = rows.length ? listActs[event.code] : acts[event.code];
  const toggled = switches[event.code] && one(switches[event.code]);
  if (!act && !toggled) return;
  event.preventDefault();
  if (act) act();
  else choose(toggled, !toggled.checked);
});
