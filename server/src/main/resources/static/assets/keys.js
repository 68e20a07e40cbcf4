// One key per control: data-key names the keys that press it. A reader can switch them off for this browser.
(() => {
  const SWITCH = 'cornerstore-keys';
  const off = () => localStorage.getItem(SWITCH) === 'off';
  let pressed = false;

  document.querySelectorAll('[data-keys-switch]').forEach(label => {
    const box = label.querySelector('input');
    box.checked = !off();
    label.hidden = false;
    box.addEventListener('change', () => localStorage.setItem(SWITCH, box.checked ? 'on' : 'off'));
  });

  document.addEventListener('keydown', event => {
    if (pressed || event.repeat || off() || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    if (event.target.closest('input:not([type=checkbox]), textarea, select, button, summary, a[href]') && event.key === 'Enter') return;
    if (event.target.closest('input:not([type=checkbox]), textarea, select') || document.querySelector('dialog[open]')) return;
    const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
    const control = [...document.querySelectorAll('[data-key]')].find(one => one.dataset.key.split(' ').includes(key));
    // What folds out stays on this page, and is not for here.
    if (!control || control.tagName === 'SUMMARY') return;
    event.preventDefault();
    // The next page answers the next key: a key held down must not answer two cases.
    pressed = true;
    control.click();
  });

  // Back from the next page by the browser's own cache: the keys work again.
  window.addEventListener('pageshow', () => { pressed = false; });
})();

// A page that waits for something looks again by itself, unless somebody is typing.
if (document.querySelector('[data-reload]')) {
  setInterval(() => { if (!document.activeElement.closest('input, textarea')) location.reload(); }, 2000);
}
