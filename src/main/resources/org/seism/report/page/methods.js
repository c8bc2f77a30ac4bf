/* The methods paragraph of this run, and what it cites. */
'use strict';

SEISM.methods = function (report) {
  const m = report.methods;
  const button = (label, text, what) => {
    const b = SEISM.el('button', { type: 'button', 'data-copy': what, click: () => SEISM.copy(text(), b) }, label);
    return b;
  };
  // the frame of a KNIME view opens no other page
  const framed = window.parent !== window;
  const doi = (r) => framed ? 'doi:' + r.doi : SEISM.el('a', { href: 'https://doi.org/' + r.doi, rel: 'noreferrer' }, 'doi:' + r.doi);
  const list = () => m.references.map((r, k) => '[' + (k + 1) + '] ' + r.text + ' https://doi.org/' + r.doi).join('\n');
  return SEISM.el('section', { class: 'card methods', 'aria-labelledby': 'methods' }, SEISM.el('h2', { id: 'methods' }, 'For the methods section'),
    SEISM.el('p', { class: 'paragraph' }, m.text),
    SEISM.el('ol', { class: 'references' }, m.references.map((r) => SEISM.el('li', {}, r.text + ' ', doi(r)))),
    SEISM.el('div', { class: 'bar' }, button('Copy paragraph', () => m.text, 'methods'),
      button('Copy references', list, 'references'), button('Copy BibTeX', () => m.references.map((r) => r.bibtex).join('\n'), 'bibtex')));
};
