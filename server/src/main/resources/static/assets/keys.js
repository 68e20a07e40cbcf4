// One key per control: data-key names the keys that press it. A reader can switch them off for this
// browser. Everything they reach can be reached without them.
(() => {
  'use strict';

  const SWITCH = 'cornerstore-keys';
  const dialog = document.getElementById('keys');
  const keysAreOn = () => window.localStorage.getItem(SWITCH) !== 'off';
  let leaving = false;

  // --- the switch ------------------------------------------------------------------------------

  const boxes = [...document.querySelectorAll('[data-keys-on]')];

  const showSwitch = () => boxes.forEach((box) => {
    box.checked = keysAreOn();
    box.closest('label').hidden = false;
  });

  boxes.forEach((box) => box.addEventListener('change', () => {
    window.localStorage.setItem(SWITCH, box.checked ? 'on' : 'off');
    showSwitch();
  }));
  showSwitch();

  const openOverview = (event) => {
    event.preventDefault();
    dialog.showModal();
  };
  if (dialog) {
    document.querySelectorAll('[data-keys-open]').forEach((link) => link.addEventListener('click', openOverview));
  }

  // --- what a key does -------------------------------------------------------------------------

  const unfold = (summary) => {
    const details = summary.parentElement;
    const enter = () =>
      (details.querySelector('textarea, input:not([type="hidden"])') ?? summary).focus();
    if (details.open) {
      enter();
    } else {
      // What is inside cannot take the focus before it is laid out.
      details.addEventListener('toggle', () => window.requestAnimationFrame(enter), { once: true });
      details.open = true;
    }
  };

  const press = (control) => {
    if (control.tagName === 'SUMMARY') {
      unfold(control);
    } else if (control.tagName === 'A' || control.tagName === 'BUTTON') {
      // The next page answers the next key: a key held down must not answer two cases.
      leaving = true;
      control.click();
    } else {
      control.focus();
    }
  };

  /* Up and down walk a list of customers. */
  const walk = (event) => {
    const here = event.target.closest('.hit');
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (!here || step === 0) {
      return false;
    }
    const all = [...document.querySelectorAll('.hit')];
    const next = all[all.indexOf(here) + step];
    if (next) {
      event.preventDefault();
      next.focus();
    }
    return true;
  };

  const foldIn = (event) => {
    const details = event.key === 'Escape' && event.target.closest('details[open]');
    if (details) {
      details.open = false;
      details.querySelector('summary').focus();
    }
    return Boolean(details);
  };

  const toSearch = (event) => {
    const box = document.querySelector('form[role="search"] input[type="search"]');
    if (box) {
      event.preventDefault();
      box.focus();
      box.select();
    }
  };

  const toRecent = () => {
    const first = document.querySelector('.at-hand .hit');
    if (first) {
      first.focus();
    } else if (window.location.pathname !== '/') {
      window.location.assign('/#recent');
    }
  };

  const pressControl = (event) => {
    const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
    const control = [...document.querySelectorAll('[data-key]')].find((one) =>
      one.dataset.key.split(' ').includes(key));
    if (control) {
      event.preventDefault();
      press(control);
    } else if (key === 'n' && dialog) {
      window.location.assign('/customers/new');
    }
  };

  // --- listening -------------------------------------------------------------------------------

  const isForAnother = (event) =>
    event.ctrlKey || event.altKey || event.metaKey || event.isComposing || event.repeat
    || event.defaultPrevented || leaving || document.querySelector('dialog[open]')
    || event.target.isContentEditable
    || event.target.closest('input:not([type="checkbox"]), textarea, select')
    || (event.key === 'Enter' && event.target.closest('button, summary, a[href]'));

  document.addEventListener('keydown', (event) => {
    if (isForAnother(event) || walk(event) || foldIn(event) || !keysAreOn()) {
      return;
    }
    if (event.key === '?' && dialog) {
      openOverview(event);
    } else if (event.key === '/') {
      toSearch(event);
    } else if (event.key === 'r') {
      toRecent();
    } else {
      pressControl(event);
    }
  });

  // Back from the next page by the browser's own cache: the keys work again.
  window.addEventListener('pageshow', () => { leaving = false; });

  if (window.location.hash === '#recent') {
    document.querySelector('.at-hand section:last-child .hit')?.focus();
  }
})();
