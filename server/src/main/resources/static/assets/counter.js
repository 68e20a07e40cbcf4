// What the console does while somebody types. Every page works without it.
(() => {
  'use strict';

  const PAUSE_MILLIS = 120;
  const SHORTEST = 2;
  const SWITCH = 'cornerstore-keys';

  // --- what is found while one types -----------------------------------------------------------

  let boxes = 0;

  const suggest = (form) => {
    const input = form.querySelector('input[type="search"]');
    const box = document.createElement('div');
    box.className = 'suggestions';
    box.hidden = true;
    form.append(box);
    const number = ++boxes;
    let timer = 0;
    let request = null;
    let active = -1;

    const options = () => [...box.querySelectorAll('[role="option"]')];

    const choose = (index) => {
      const all = options();
      active = all.length === 0 ? -1 : (index + all.length) % all.length;
      all.forEach((option, i) => option.setAttribute('aria-selected', String(i === active)));
      if (active < 0) {
        input.removeAttribute('aria-activedescendant');
      } else {
        input.setAttribute('aria-activedescendant', all[active].id);
        all[active].scrollIntoView({ block: 'nearest' });
      }
    };

    const close = () => {
      window.clearTimeout(timer);
      request?.abort();
      box.hidden = true;
      active = -1;
      input.setAttribute('aria-expanded', 'false');
      input.removeAttribute('aria-activedescendant');
    };

    const show = (html) => {
      box.innerHTML = html;
      const list = box.querySelector('[role="listbox"]');
      if (!list) {
        close();
        return;
      }
      list.id = `suggestions-${number}`;
      input.setAttribute('aria-controls', list.id);
      options().forEach((option, i) => {
        option.id = `suggestion-${number}-${i}`;
      });
      active = -1;
      list.hidden = options().length === 0;
      box.hidden = list.hidden;
      input.setAttribute('aria-expanded', String(!list.hidden));
    };

    const ask = async () => {
      request?.abort();
      request = new AbortController();
      const { signal } = request;
      try {
        const answer = await fetch('/search/suggest', {
          method: 'POST',
          body: new URLSearchParams(new FormData(form)),
          headers: { 'X-Requested-With': 'fetch' },
          redirect: 'error',
          signal,
        });
        const html = answer.ok ? await answer.text() : '';
        if (!signal.aborted) {
          show(html);
        }
      } catch {
        // A newer question is under way, or nobody answers: the button still works.
      }
    };

    input.setAttribute('role', 'combobox');
    input.setAttribute('aria-autocomplete', 'list');
    input.setAttribute('aria-expanded', 'false');
    input.addEventListener('input', () => {
      window.clearTimeout(timer);
      if (input.value.trim().length < SHORTEST) {
        close();
      } else {
        timer = window.setTimeout(ask, PAUSE_MILLIS);
      }
    });
    input.addEventListener('keydown', (event) => {
      if (event.key === 'Escape' && !box.hidden) {
        event.preventDefault();
        close();
      } else if (box.hidden || event.isComposing) {
        return;
      } else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
        event.preventDefault();
        choose(active < 0 && event.key === 'ArrowUp' ? -1 : active + (event.key === 'ArrowDown' ? 1 : -1));
      } else if (event.key === 'Enter' && active >= 0) {
        event.preventDefault();
        window.location.assign(options()[active].dataset.href);
      }
    });
    box.addEventListener('mousedown', (event) => {
      const option = event.target.closest('[role="option"]');
      if (option && event.button === 0) {
        event.preventDefault();
        window.location.assign(option.dataset.href);
      }
    });
    form.addEventListener('focusout', (event) => {
      if (!form.contains(event.relatedTarget)) {
        close();
      }
    });
    form.addEventListener('submit', close);
  };

  document.querySelectorAll('form[role="search"]').forEach(suggest);

  // --- keys ------------------------------------------------------------------------------------

  const dialog = document.getElementById('keys');
  const keysAreOn = () => window.localStorage.getItem(SWITCH) !== 'off';

  const types = (target) =>
    target.isContentEditable || /^(input|textarea|select)$/i.test(target.tagName);

  const open = (event) => {
    event?.preventDefault();
    dialog.querySelector('[data-keys-on]').checked = keysAreOn();
    dialog.showModal();
  };

  const press = (target) => {
    if (target.tagName === 'SUMMARY') {
      const details = target.parentElement;
      const enter = () =>
        (details.querySelector('textarea, input:not([type="hidden"])') ?? target).focus();
      if (details.open) {
        enter();
      } else {
        // What is inside cannot take the focus before it is laid out.
        details.addEventListener('toggle', () => window.requestAnimationFrame(enter), { once: true });
        details.open = true;
      }
    } else if (target.tagName === 'A' || target.tagName === 'BUTTON') {
      target.click();
    } else {
      target.focus();
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

  if (dialog) {
    document.querySelectorAll('[data-keys-open]').forEach((link) => link.addEventListener('click', open));
    dialog.querySelector('[data-keys-on]').addEventListener('change', (event) => {
      window.localStorage.setItem(SWITCH, event.target.checked ? 'on' : 'off');
    });
    document.addEventListener('keydown', (event) => {
      const plain = !event.ctrlKey && !event.altKey && !event.metaKey && !event.isComposing;
      if (!plain || event.defaultPrevented || dialog.open || types(event.target) || walk(event)) {
        return;
      }
      if (event.key === 'Escape' && event.target.closest('details[open]')) {
        const details = event.target.closest('details[open]');
        details.open = false;
        details.querySelector('summary').focus();
        return;
      }
      if (!keysAreOn()) {
        return;
      }
      if (event.key === '?') {
        open(event);
      } else if (event.key === '/') {
        const box = document.querySelector('form[role="search"] input[type="search"]');
        if (box) {
          event.preventDefault();
          box.focus();
          box.select();
        }
      } else if (event.key === 'r') {
        const first = document.querySelector('.at-hand .hit');
        if (first) {
          first.focus();
        } else if (window.location.pathname !== '/') {
          window.location.assign('/#recent');
        }
      } else if (/^[a-z]$/.test(event.key)) {
        const target = document.querySelector(`[data-key="${event.key}"]`);
        if (target) {
          event.preventDefault();
          press(target);
        } else if (event.key === 'n') {
          window.location.assign('/customers/new');
        }
      }
    });
    if (window.location.hash === '#recent') {
      document.querySelector('.at-hand section:last-child .hit')?.focus();
    }
  }

  // --- forms -----------------------------------------------------------------------------------

  /* The first field that was refused, so that one can go on typing. */
  document.querySelector('form.stated [aria-invalid="true"]')?.focus();

  /* Enter sent twice is sent once; the key of the form makes sure of it anyway. */
  document.querySelectorAll('form.stated').forEach((form) => {
    form.addEventListener('submit', () => {
      window.setTimeout(() => form.querySelectorAll('button').forEach((button) => {
        button.disabled = true;
      }));
    });
  });
  window.addEventListener('pageshow', (event) => {
    if (event.persisted) {
      document.querySelectorAll('form.stated button').forEach((button) => {
        button.disabled = false;
      });
    }
  });

  /* An order's story leads to its parts. */
  const light = () => {
    document.querySelectorAll('.entry.lit').forEach((entry) => entry.classList.remove('lit'));
    if (/^#e\d+$/.test(window.location.hash)) {
      document.getElementById(window.location.hash.slice(1))?.classList.add('lit');
    }
  };
  window.addEventListener('hashchange', light);
  light();
})();
