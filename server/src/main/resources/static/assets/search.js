// What is found while somebody types in the search. The button works without it.
(() => {
  'use strict';

  const PAUSE_MILLIS = 120;
  const SHORTEST = 2;

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
        const answer = await fetch(form.dataset.suggest ?? '/search/suggest', {
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
})();
