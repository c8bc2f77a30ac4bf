/* The card of one motif. */
'use strict';

SEISM.fact = (name, value, title) => SEISM.el('div', { class: 'fact', title }, SEISM.el('dt', {}, name), SEISM.el('dd', {}, value));

SEISM.direct = function (report, motif) {
  const d = SEISM.direction(report, motif);
  return SEISM.el('span', { class: 'direction ' + d.word }, SEISM.el('span', { 'aria-hidden': 'true' }, d.sign + '\u00a0'), d.text);
};

/** The logo, the other strand on a click, and its downloads. */
SEISM.logoPanel = function (report, motif) {
  const image = SEISM.el('img', { class: 'logo' });
  let reversed = false;
  const current = () => reversed ? motif.logo.reverse : motif.logo.forward;
  const name = () => 'logo-' + motif.rank + (reversed ? '-reverse' : '');
  const onDisk = (ending) => reversed ? null : report.files.find((f) => f.name === name() + ending);
  const show = () => {
    image.src = SEISM.svgSource(current());
    image.alt = reversed ? motif.logo.reverseDescription : motif.logo.description;
  };
  const flip = motif.logo.reverse && report.data.alphabet === 'DNA' ? SEISM.el('button', { type: 'button', 'aria-pressed': 'false', class: 'flip',
    click: () => {
      reversed = !reversed;
      flip.setAttribute('aria-pressed', String(reversed));
      flip.lastChild.textContent = reversed ? 'Show as selected' : 'Show reverse complement';
      show();
      SEISM.announce(image.alt);
    } }, SEISM.el('span', { 'aria-hidden': 'true' }, '⇄ '), 'Show reverse complement') : null;
  const save = async (ending, make) => {
    const file = onDisk(ending);
    SEISM.save(name() + ending, file ? await SEISM.fileBlob(file) : await make());
  };
  show();
  if (flip) {
    image.addEventListener('click', () => flip.click());
    image.classList.add('clickable');
  }
  return SEISM.el('div', { class: 'logo-panel' },
    SEISM.el('div', { class: 'plate' }, image),
    SEISM.el('div', { class: 'bar' }, flip,
      SEISM.el('button', { type: 'button', class: 'quiet', 'aria-label': 'Save the logo of ' + motif.name + ' as SVG',
        click: () => save('.svg', () => new Blob([current()], { type: 'image/svg+xml' })) }, 'Logo SVG'),
      SEISM.el('button', { type: 'button', class: 'quiet', 'aria-label': 'Save the logo of ' + motif.name + ' as PNG',
        click: () => save('.png', () => SEISM.svgToPng(current())) }, 'Logo PNG')));
};

/** All p-values of a motif on one logarithmic scale. */
SEISM.pPanel = function (report, motif) {
  const rows = SEISM.pValues(report, motif);
  const smallest = Math.min(...rows.map((r) => r.log10));
  const decades = Math.min(16, Math.max(4, Math.ceil(-smallest + 0.3)));
  const place = (log10) => 100 * Math.min(1, Math.max(0, -log10 / decades));
  const step = decades > 8 ? 4 : decades > 5 ? 2 : 1;
  const ticks = [];
  for (let k = 0; k <= decades; k += step) {
    ticks.push(SEISM.el('span', { style: 'left:' + place(-k) + '%' }, k === 0 ? '1' : k === 1 ? '0.1' : k === 2 ? '0.01'
      : SEISM.power(-k, 1).replace(/^1.×./, '')));
  }
  const alpha = place(Math.log10(report.alpha));
  return SEISM.el('section', { class: 'p-panel', 'aria-label': 'P-values of ' + motif.name },
    SEISM.el('h4', {}, 'P-values', SEISM.el('span', { class: 'muted' }, 'further right is stronger; the line marks ' + SEISM.level(report))),
    rows.map((r) => SEISM.el('div', { class: 'p-row ' + r.key + (r.headline ? ' headline' : '') + (r.valid ? '' : ' invalid') },
      SEISM.el('div', { class: 'p-name' }, r.name),
      SEISM.el('div', { class: 'p-value' }, r.text),
      SEISM.el('div', { class: 'p-detail' }, r.detail),
      SEISM.el('div', { class: 'track', 'aria-hidden': 'true' }, SEISM.el('i', { class: 'alpha', style: 'left:' + alpha + '%' }),
        SEISM.el('i', { class: 'stem', style: 'width:' + place(r.log10) + '%' }), SEISM.el('i', { class: 'dot', style: 'left:' + place(r.log10) + '%' }),
        -r.log10 > decades ? SEISM.el('b', {}, '→') : null),
      SEISM.el('p', {}, r.sentence))),
    SEISM.el('div', { class: 'ticks', 'aria-hidden': 'true' }, ticks));
};

SEISM.members = function (motif) {
  const others = motif.members.slice(1);
  const text = (m) => m.word + (m.reverse && m.reverse !== m.word ? ' / ' + m.reverse : '');
  const several = new Set(motif.members.map((m) => m.bandwidth)).size > 1;
  const name = (m) => text(m) + (several ? ' (b = ' + SEISM.number(m.bandwidth) + ')' : '');
  if (!others.length) {
    return SEISM.el('p', { class: 'note' }, 'No other candidate is equivalent to this one in these sequences.');
  }
  return SEISM.el('details', { class: 'more' },
    SEISM.el('summary', {}, 'Equivalent words', SEISM.el('span', { class: 'muted' }, ' ' + SEISM.plural(others.length, 'word', 'words')
      + ' that these sequences cannot tell apart')),
    SEISM.el('ul', { class: 'words' }, others.map((m) => SEISM.el('li', {}, name(m)))));
};

/** The matrix that was tested, where words are refined or a library's matrices are selected from; the logo above it is counted on its sites. */
SEISM.testedPanel = function (motif) {
  if (!motif.tested) {
    return null;
  }
  const image = SEISM.el('img', { class: 'logo', alt: 'Tested matrix. ' + motif.tested.description });
  image.src = SEISM.svgSource(motif.tested.svg);
  return SEISM.el('div', { class: 'logo-panel tested' },
    SEISM.el('p', { class: 'note' }, (motif.tested.seed ? 'The matrix that was tested, refined from the word ' + motif.tested.seed
      : 'The matrix of the library that was tested, ' + motif.all.libraryMatrix) + '. The logo above is counted on its sites.'),
    SEISM.el('div', { class: 'plate' }, image));
};

/** Everything that is known about the motif, by the names that tables and files use. */
SEISM.allFigures = function (report, motif) {
  const rows = report.fields.filter((f) => motif.all[f.key]);
  return SEISM.el('details', { class: 'more' },
    SEISM.el('summary', {}, 'All figures', SEISM.el('span', { class: 'muted' }, ' ' + rows.length + ', under the names that tables and files use')),
    SEISM.el('dl', { class: 'all' }, rows.map((f) => [SEISM.el('dt', { title: f.meaning }, f.label),
      SEISM.el('dd', {}, motif.all[f.key].replaceAll(',', ', ') + (f.unit ? ' ' + f.unit : ''), SEISM.el('span', { class: 'muted' }, ' ' + f.meaning))]).flat()));
};

/** How many sequences, and their mean phenotype or share of cases. */
SEISM.matches = function (report, motif, key) {
  const mean = motif.all[key + 'Phenotype'];
  return SEISM.count(Number(motif.all[key])) + (mean === undefined ? '' : report.data.binary ? ', ' + SEISM.percent(Number(mean)) + ' ' + SEISM.className(report, 1)
    : ', mean ' + SEISM.number(Number(mean))) + (key === 'exact' && Number(motif.all[key]) < 5 ? ' (few: little evidence)' : '');
};

SEISM.card = function (report, motif) {
  const significant = SEISM.isSignificant(report, motif);
  const headline = SEISM.headlineP(report, motif);
  const strong = motif.logo.sites;
  const facts = [
    SEISM.fact('Direction', SEISM.direct(report, motif)),
    SEISM.fact('Partial correlation', SEISM.number(SEISM.direction(report, motif).value), 'with the phenotype, between −1 and 1'),
    motif.effect === undefined ? null : SEISM.fact('Effect', SEISM.number(motif.effect), 'change of ' + report.data.phenotype + ' from no fit to a perfect fit'),
    motif.r2 === undefined ? null : SEISM.fact('Variance explained', SEISM.percent(motif.r2), 'beyond covariates and the motifs before it'),
    SEISM.fact('Support', SEISM.plural(motif.support, 'sequence', 'sequences'), 'sequences with a matching window'),
    SEISM.fact('Logo', SEISM.number(motif.logo.information, 3) + ' bits, ' + SEISM.plural(strong, 'site', 'sites')),
    SEISM.fact('Exact match', SEISM.matches(report, motif, 'exact'), 'sequences that hold the word exactly'),
    SEISM.fact('One mismatch', SEISM.matches(report, motif, 'oneMismatch'), 'sequences that hold it with one mismatch at best'),
    SEISM.fact('No match', SEISM.matches(report, motif, 'noMatch'), 'the other sequences'),
    motif.all.variantOf ? SEISM.fact('Variant of', 'motif ' + motif.all.variantOf, 'their sites overlap') : null,
    motif.all.attachment ? SEISM.fact('Place', motif.all.attachment) : null,
    motif.list === undefined ? SEISM.fact('P (Holm)', SEISM.p(motif.holm), 'adjusted for the number of motifs') : null,
  ];
  return SEISM.el('article', { class: 'card motif', id: 'motif-' + motif.rank, 'aria-labelledby': 'motif-title-' + motif.rank },
    SEISM.el('header', {},
      SEISM.el('h3', { id: 'motif-title-' + motif.rank }, SEISM.el('span', { class: 'rank' }, 'Motif ' + motif.rank),
        SEISM.el('span', { class: 'consensus' }, motif.consensus)),
      SEISM.el('span', { class: 'verdict ' + (significant ? 'yes' : 'no') }, significant ? '✓ ' : '○ ', (significant ? 'Kept' : 'Not kept')
        + ' at ' + SEISM.level(report) + ', p ' + (/^[<≤]/.test(headline.text) ? '' : '= ') + headline.text)),
    SEISM.el('div', { class: 'two' },
      SEISM.el('div', {}, SEISM.logoPanel(report, motif), SEISM.el('p', { class: 'note' }, 'The matrix grown from the word ' + motif.consensus
        + ': descriptive, fitted to the data, never tested.'), SEISM.testedPanel(motif), SEISM.el('dl', { class: 'facts' }, facts)),
      SEISM.pPanel(report, motif)),
    SEISM.el('div', { class: 'figures' }, motif.sampled ? SEISM.nullFigure(report, motif) : null,
      SEISM.activationFigure(report, motif), SEISM.positionsFigure(report, motif)),
    SEISM.siteTable(report, motif), SEISM.members(motif), SEISM.allFigures(report, motif));
};
