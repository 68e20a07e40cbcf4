// What a page does with what was typed, and where an address leads on it. Every page works without it.
(() => {
  'use strict';

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

  /* A page that waits for something looks again by itself, unless somebody is typing. */
  if (document.querySelector('[data-reload]')) {
    window.setInterval(() => {
      if (!document.activeElement.closest('input, textarea')) {
        window.location.reload();
      }
    }, 2000);
  }
})();
