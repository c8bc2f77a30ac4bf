/* Vocabulary of the page: elements, numbers, packed columns, downloads. Text goes into the page as text nodes only. */
'use strict';
window.SEISM = {};

/** An element; attributes that are functions become listeners, children that are strings become text. */
SEISM.el = function (tag, attributes, ...children) {
  const svg = tag === 'svg' || tag === 'path';
  const element = svg ? document.createElementNS('http://www.w3.org/2000/svg', tag) : document.createElement(tag);
  for (const [name, value] of Object.entries(attributes || {})) {
    if (typeof value === 'function') {
      element.addEventListener(name, value);
    } else if (value !== null && value !== undefined && value !== false) {
      element.setAttribute(name, value === true ? '' : value);
    }
  }
  for (const child of children.flat()) {
    if (child !== null && child !== undefined && child !== '') {
      element.append(child);
    }
  }
  return element;
};

SEISM.escape = (text) => String(text).replace(/[&<>"']/g, (c) => '&#' + c.charCodeAt(0) + ';');

/** 12345 as 12 345, with a narrow space that does not break. */
SEISM.count = (n) => String(n).replace(/\B(?=(\d{3})+(?!\d))/g, '\u202f');

SEISM.plural = (n, one, many) => SEISM.count(n) + '\u00a0' + (n === 1 ? one : many);

/** Significant digits without exponent where that is short, with a real minus. */
SEISM.number = function (x, digits = 3) {
  if (x === undefined || x === null || Number.isNaN(x)) {
    return '–';
  }
  if (x === 0) {
    return '0';
  }
  const size = Math.abs(x);
  const text = size >= 1e6 || size < 1e-4 ? SEISM.power(Math.log10(size), digits)
    : String(Number(size.toPrecision(digits)));
  return (x < 0 ? '\u2212' : '') + text;
};

/** A positive number from its decimal logarithm, so that 1e-400 can be shown too. */
SEISM.power = function (log10, digits = 2) {
  let exponent = Math.floor(log10);
  let mantissa = Math.pow(10, log10 - exponent).toFixed(digits - 1);
  if (Number(mantissa) >= 10) {
    exponent += 1;
    mantissa = (1).toFixed(digits - 1);
  }
  const superscript = String(exponent).replace(/./g, (c) => c === '-' ? '\u207b' : '⁰¹²³⁴⁵⁶⁷⁸⁹'[c]);
  return mantissa + '\u00a0×\u00a010' + superscript;
};

/** A p-value: two significant digits, powers of ten below 0.001; log10 where the number itself is too small. */
SEISM.p = function (value, log10 = Math.log10(value)) {
  if (value === undefined && log10 === undefined) {
    return '–';
  }
  if (log10 <= -1e8) {
    return '0';
  }
  return log10 > -3.0000001 ? String(Number(Math.pow(10, log10).toPrecision(log10 > Math.log10(0.995) ? 3 : 2)))
    : SEISM.power(log10);
};

SEISM.percent = (x) => SEISM.number(100 * x, x < 0.1 ? 2 : 3) + '%';

SEISM.bytes = function (base64) {
  const binary = atob(base64);
  const bytes = new Uint8Array(binary.length);
  for (let i = 0; i < binary.length; i++) {
    bytes[i] = binary.charCodeAt(i);
  }
  return bytes;
};

/** A packed column of numbers (see PackedNumbers.java); all browsers that matter are little-endian. */
SEISM.unpack = function (column) {
  const type = { u8: Uint8Array, u16: Uint16Array, u32: Uint32Array, f64: Float64Array }[column.type];
  return new type(SEISM.bytes(column.data).buffer);
};

/** Says something to screen readers, and to the eye where a button is given. */
SEISM.announce = function (text, button) {
  document.getElementById('live').textContent = text;
  if (button) {
    const before = button.dataset.label || button.textContent;
    button.dataset.label = before;
    button.textContent = text;
    setTimeout(() => { button.textContent = before; }, 1600);
  }
};

SEISM.save = function (name, blob) {
  const url = URL.createObjectURL(blob);
  const link = SEISM.el('a', { href: url, download: name.split('/').pop() });
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(url), 10000);
};

/** Unpacks gzip. */
SEISM.inflated = function (bytes) {
  if (!('DecompressionStream' in window)) {
    throw new Error('This browser is too old for the report. Use a version of 2023 or later, or look at the tables beside it.');
  }
  return new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip')));
};

/** A file of the report as it is on disk, byte for byte. */
SEISM.fileBlob = async function (file) {
  const bytes = SEISM.bytes(file.data);
  return new Blob([file.gzip ? await SEISM.inflated(bytes).arrayBuffer() : bytes], { type: file.type });
};

/** Copies text; frames without the clipboard permission and pages from disk need the old way. */
SEISM.copy = async function (text, button) {
  try {
    await navigator.clipboard.writeText(text);
    SEISM.announce('Copied', button);
  } catch (e) {
    const area = SEISM.el('textarea', { class: 'sr-only', 'aria-hidden': 'true' });
    area.value = text;
    document.body.append(area);
    area.select();
    const done = document.execCommand('copy');
    area.remove();
    SEISM.announce(done ? 'Copied' : 'Copying is not allowed here', button);
  }
};

/** A column of fields for spreadsheets and editors, by the same rules as the tables on disk. */
SEISM.tsv = function (rows) {
  const field = (f) => {
    const line = String(f).replace(/\t/g, '\\t').replace(/\n/g, '\\n').replace(/\r/g, '\\r');
    return line.includes('"') ? '"' + line.replace(/"/g, '""') + '"' : line;
  };
  return rows.map((row) => row.map(field).join('\t') + '\n').join('');
};

SEISM.svgSource = (svg) => 'data:image/svg+xml;charset=utf-8,' + encodeURIComponent(svg);

/** Draws an SVG text into a PNG of four times its size. */
SEISM.svgToPng = function (svg) {
  return new Promise((resolve, reject) => {
    const image = new Image();
    image.onload = () => {
      const canvas = SEISM.el('canvas');
      canvas.width = 4 * image.naturalWidth;
      canvas.height = 4 * image.naturalHeight;
      canvas.getContext('2d').drawImage(image, 0, 0, canvas.width, canvas.height);
      canvas.toBlob((blob) => blob ? resolve(blob) : reject(new Error('no picture')), 'image/png');
    };
    image.onerror = () => reject(new Error('no picture'));
    image.src = SEISM.svgSource(svg);
  });
};
