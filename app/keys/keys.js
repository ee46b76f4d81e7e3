// Presses the button that belongs to a letter, wherever the focus is but in a field that takes text.
// In: data = {keys: ['s', 'd', …]}. The button is the one inside the element of class st-key-press-<letter>.
// Streamlit's own shortcuts can't be r or c, which it keeps for itself; a listener that comes first can.
const listeners = new WeakMap(); // parent element -> listener: a rerun brings new letters, not a second listener

const takesText = element =>
  element?.closest?.('input:not([type=checkbox]):not([type=radio]), textarea, select, [contenteditable=true], [role=listbox]');

export default function (component) {
  const { data, parentElement } = component;
  const letters = new Set(data.keys);
  const press = event => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.repeat) return;
    if (takesText(event.target)) {
      if (event.key === 'Escape') event.target.blur();
      return;
    }
    const letter = event.key.toLowerCase();
    if (!letters.has(letter)) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    const button = document.querySelector(`.st-key-press-${letter} button`);
    if (button && !button.disabled && button.offsetParent) button.click();
  };
  window.removeEventListener('keydown', listeners.get(parentElement), true);
  listeners.set(parentElement, press);
  window.addEventListener('keydown', press, true);
  document.body.dataset.keys = data.keys.join(''); // what tests wait for
  return () => {
    window.removeEventListener('keydown', listeners.get(parentElement), true);
    delete document.body.dataset.keys;
  };
}
