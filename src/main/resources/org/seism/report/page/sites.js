/* The table of sites: search, sort, copy. Only the rows in view are elements, so that 5000 of them cost nothing. */
'use strict';

SEISM.siteColumns = function (report, motif) {
  const d = report.data;
  const v = motif.values;
  const columns = [
    { title: 'Sequence', css: 'wide', value: (i) => d.ids[i] },
    { title: d.phenotype || 'Phenotype', value: (i) => d.values.y[i], show: (i) => SEISM.number(d.values.y[i], 5), numeric: true },
    { title: 'Start', value: (i) => v.start[i], numeric: true },
    { title: 'End', css: 'extra', value: (i) => v.start[i] ? v.start[i] + motif.width - 1 : 0, numeric: true },
    { title: 'Strand', css: 'extra', value: (i) => v.start[i] ? (v.reverse[i] ? '-' : '+') : '', show: (i) => v.start[i] ? (v.reverse[i] ? '−' : '+') : '' },
    { title: 'Site', css: 'word', value: (i) => v.word(i) },
    { title: 'Activation', value: (i) => v.activation(i), show: (i) => SEISM.number(v.activation(i)), numeric: true },
    { title: 'In logo', css: 'extra', value: (i) => v.activation(i) > motif.sites.strongAbove ? 'yes' : 'no' },
  ];
  return columns;
};

SEISM.siteTable = function (report, motif) {
  const columns = SEISM.siteColumns(report, motif);
  const ROW = 30;
  const all = Array.from(report.data.values.y, (_, i) => i).filter((i) => motif.values.start[i] > 0);
  let rows = all;
  let sorted = { column: 6, descending: true };
  const lower = report.data.ids.map((id) => id.toLowerCase());

  const body = SEISM.el('div', { class: 'rows', role: 'rowgroup' });
  const view = SEISM.el('div', { class: 'viewport', tabindex: '0', role: 'region', 'aria-label': 'Sites of ' + motif.name + ', scrollable' }, body);
  const status = SEISM.el('span', { class: 'muted', role: 'status' });
  const heads = columns.map((c, k) => SEISM.el('span', { role: 'columnheader', class: c.css },
    SEISM.el('button', { type: 'button', click: () => sort(k) }, c.title, SEISM.el('span', { class: 'arrow', 'aria-hidden': 'true' }))));
  const table = SEISM.el('div', { class: 'sites', role: 'table', 'aria-label': 'Sites of ' + motif.name },
    SEISM.el('div', { role: 'rowgroup' }, SEISM.el('div', { class: 'row head', role: 'row', 'aria-rowindex': '1' }, heads)), view);

  function cell(c, i) {
    const element = SEISM.el('span', { role: 'cell', class: [c.css || '', c.numeric ? 'numeric' : ''].join(' ') }, String((c.show || c.value)(i)));
    if (c.css === 'wide') {
      element.title = c.value(i);
    }
    return element;
  }

  function paint() {
    const first = Math.max(0, Math.floor(view.scrollTop / ROW) - 4);
    const last = Math.min(rows.length, first + Math.ceil((view.clientHeight || 320) / ROW) + 9);
    table.style.setProperty('--scrollbar', view.offsetWidth - view.clientWidth + 'px');
    body.style.height = rows.length * ROW + 'px';
    body.replaceChildren(...rows.slice(first, last).map((i, k) => SEISM.el('div',
      { class: 'row', role: 'row', 'aria-rowindex': String(first + k + 2), style: 'transform:translateY(' + (first + k) * ROW + 'px)' },
      columns.map((c) => cell(c, i)))));
  }

  function update() {
    const c = columns[sorted.column];
    const sign = sorted.descending ? -1 : 1;
    rows = rows.slice().sort((a, b) => {
      const va = c.value(a);
      const vb = c.value(b);
      return sign * (c.numeric ? va - vb : va < vb ? -1 : va > vb ? 1 : 0) || a - b;
    });
    heads.forEach((h, k) => {
      h.setAttribute('aria-sort', k === sorted.column ? (sorted.descending ? 'descending' : 'ascending') : 'none');
      h.querySelector('.arrow').textContent = k === sorted.column ? (sorted.descending ? ' ▾' : ' ▴') : '';
    });
    table.setAttribute('aria-rowcount', String(rows.length + 1));
    status.textContent = rows.length === all.length ? SEISM.plural(all.length, 'sequence', 'sequences')
      : SEISM.count(rows.length) + ' of ' + SEISM.plural(all.length, 'sequence', 'sequences');
    view.scrollTop = 0;
    paint();
  }

  function sort(column) {
    sorted = { column, descending: sorted.column === column ? !sorted.descending : Boolean(columns[column].numeric) };
    update();
  }

  const search = SEISM.el('input', { type: 'search', placeholder: 'Search sequence or site', 'aria-label': 'Search the sites of ' + motif.name,
    input: () => {
      const wanted = search.value.trim().toLowerCase();
      rows = all.filter((i) => lower[i].includes(wanted) || motif.values.word(i).toLowerCase().includes(wanted));
      update();
    } });
  const copy = SEISM.el('button', { type: 'button', click: () => SEISM.copy(SEISM.tsv(
    [columns.map((c) => c.title)].concat(rows.map((i) => columns.map((c) => c.value(i))))), copy) }, 'Copy table');
  view.addEventListener('scroll', paint, { passive: true });
  const details = SEISM.el('details', { class: 'more', toggle: () => { if (details.open) { update(); } } },
    SEISM.el('summary', {}, 'Sites', SEISM.el('span', { class: 'muted' }, ' the best one in each of ' + SEISM.plural(all.length, 'sequence', 'sequences'))),
    SEISM.el('div', { class: 'bar' }, search, copy, status), table);
  return details;
};
