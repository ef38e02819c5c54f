// A QR code (ISO/IEC 18004) of a web address, for paper: versions 1 to 5 in bytes at level L, which hold 106 letters. All
// of them have one block of data and at most one small square, so that this is all it takes. Null for what is longer.
window.waypostCode = (text) => {
  const ROOM = [19, 34, 55, 80, 108]; // bytes of data in each version
  const CHECK = [7, 10, 15, 20, 26]; // and of error correction after them
  const FORMAT = 0b111011111000100; // level L, mask 0
  const bytes = new TextEncoder().encode(text);
  const version = ROOM.findIndex((room) => bytes.length + 2 <= room) + 1;
  if (!version || !bytes.length) return null;
  const size = 17 + 4 * version;

  // Mode and length take twelve bits, so every byte lies across two.
  const data = [0x40 | (bytes.length >> 4)];
  let low = bytes.length & 15;
  for (const byte of bytes) {
    data.push((low << 4) | (byte >> 4));
    low = byte & 15;
  }
  data.push(low << 4);
  for (let pad = 0xec; data.length < ROOM[version - 1]; pad ^= 0xec ^ 0x11) data.push(pad);

  // Reed-Solomon: what is left of the data, divided by a polynomial over the field of 256.
  const times = (a, b) => {
    let product = 0;
    for (; b; b >>= 1, a = (a << 1) ^ (a > 127 ? 0x11d : 0)) if (b & 1) product ^= a;
    return product;
  };
  let divisor = [1];
  for (let i = 0, root = 1; i < CHECK[version - 1]; i++, root = times(root, 2)) {
    divisor = [...divisor, 0].map((factor, at) => factor ^ (at ? times(divisor[at - 1], root) : 0));
  }
  const rest = [...data, ...new Array(CHECK[version - 1]).fill(0)];
  data.forEach((_, at) => {
    const lead = rest[at];
    divisor.forEach((factor, step) => (rest[at + step] ^= times(factor, lead)));
  });
  const words = [...data, ...rest.slice(data.length)];

  // Squares, lines and format first; the data winds round them, two columns at a time, from the right.
  const rows = Array.from({ length: size }, () => new Array(size).fill(null));
  const square = (top, left, reach, dark) => {
    for (let y = -reach; y <= reach; y++) {
      for (let x = -reach; x <= reach; x++) {
        if (rows[top + y]?.[left + x] !== undefined) rows[top + y][left + x] = dark(Math.max(Math.abs(x), Math.abs(y)));
      }
    }
  };
  for (let i = 0; i < size; i++) rows[6][i] = rows[i][6] = i % 2 === 0;
  for (const [top, left] of [[3, 3], [3, size - 4], [size - 4, 3]]) square(top, left, 4, (ring) => ring !== 2 && ring !== 4);
  if (version > 1) square(size - 7, size - 7, 2, (ring) => ring !== 1);
  for (let i = 0; i < 15; i++) {
    const dark = Boolean((FORMAT >> i) & 1);
    rows[i < 6 ? i : i < 8 ? i + 1 : size - 15 + i][8] = dark;
    rows[8][i < 8 ? size - 1 - i : i < 9 ? 7 : 14 - i] = dark;
  }
  rows[size - 8][8] = true;
  let bit = 0;
  for (let right = size - 1; right > 0; right -= right === 8 ? 3 : 2) {
    const isUpward = ((right + 1) & 2) === 0;
    for (let step = 0; step < size; step++) {
      const y = isUpward ? size - 1 - step : step;
      for (const x of [right, right - 1]) {
        if (rows[y][x] !== null) continue;
        const dark = (words[bit >> 3] >> (7 - (bit & 7))) & 1;
        rows[y][x] = Boolean(dark ^ ((x + y) % 2 === 0));
        bit++;
      }
    }
  }

  const SVG = "http://www.w3.org/2000/svg";
  const image = document.createElementNS(SVG, "svg");
  image.setAttribute("viewBox", `-4 -4 ${size + 8} ${size + 8}`);
  image.setAttribute("aria-hidden", "true");
  const path = image.appendChild(document.createElementNS(SVG, "path"));
  path.setAttribute("d", rows.map((row, y) => row.map((dark, x) => (dark ? `M${x} ${y}h1v1h-1z` : "")).join("")).join(""));
  return image;
};
