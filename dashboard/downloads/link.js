// The chart's own address with a button that copies it, also where the browser keeps its clipboard to https.

const lines = new WeakMap();

export default function ({ data, parentElement }) {
  lines.get(parentElement)?.remove();
  const line = build(data);
  lines.set(parentElement, line);
  parentElement.append(line);
}

function build({ words, address }) {
  const field = make("input", { type: "text", readonly: "", value: address, "aria-label": words.address });
  const button = make("button", { type: "button" });
  const status = make("p", { class: "status", role: "status", "aria-live": "polite" });
  button.textContent = words.copy_address;
  button.addEventListener("click", async () => {
    status.textContent = (await copied(field)) ? words.address_copied : words.address_by_hand;
  });
  field.addEventListener("focus", () => field.select());
  const line = make("section", { class: "menu link field" });
  line.append(field, button, status);
  return line;
}

async function copied(field) {
  field.select();
  try {
    if (!navigator.clipboard?.writeText) return document.execCommand("copy");
    await navigator.clipboard.writeText(field.value);
    return true;
  } catch {
    return document.execCommand("copy");
  }
}

function make(tag, attributes) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  return made;
}
