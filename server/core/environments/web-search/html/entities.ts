/** The named characters that pages use most; a name that is not here stays as it is written. */
const named: ReadonlyMap<string, string> = new Map(
  Object.entries({
    ...{ amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: '\u00a0', shy: '\u00ad', ensp: '\u2002' },
    ...{ emsp: '\u2003', thinsp: '\u2009', zwnj: '\u200c', zwj: '\u200d', copy: '©', reg: '®', trade: '™' },
    ...{ hellip: '…', mdash: '—', ndash: '–', minus: '−', middot: '·', bull: '•', times: '×', divide: '÷' },
    ...{ lsquo: '‘', rsquo: '’', sbquo: '‚', ldquo: '“', rdquo: '”', bdquo: '„', laquo: '«', raquo: '»' },
    ...{ lsaquo: '‹', rsaquo: '›', prime: '′', Prime: '″', deg: '°', sect: '§', para: '¶', dagger: '†' },
    ...{ euro: '€', pound: '£', yen: '¥', cent: '¢', plusmn: '±', frac12: '½', frac14: '¼', frac34: '¾' },
    ...{ sup1: '¹', sup2: '²', sup3: '³', ordf: 'ª', ordm: 'º', micro: 'µ', larr: '←', rarr: '→', uarr: '↑' },
    ...{ darr: '↓', harr: '↔', infin: '∞', ne: '≠', le: '≤', ge: '≥', asymp: '≈', iexcl: '¡', iquest: '¿' },
    ...{ agrave: 'à', aacute: 'á', acirc: 'â', atilde: 'ã', auml: 'ä', aring: 'å', aelig: 'æ', ccedil: 'ç' },
    ...{ egrave: 'è', eacute: 'é', ecirc: 'ê', euml: 'ë', igrave: 'ì', iacute: 'í', icirc: 'î', iuml: 'ï' },
    ...{ ntilde: 'ñ', ograve: 'ò', oacute: 'ó', ocirc: 'ô', otilde: 'õ', ouml: 'ö', oslash: 'ø', oelig: 'œ' },
    ...{ ugrave: 'ù', uacute: 'ú', ucirc: 'û', uuml: 'ü', yacute: 'ý', szlig: 'ß', scaron: 'š', zcaron: 'ž' },
    ...{ Agrave: 'À', Aacute: 'Á', Acirc: 'Â', Atilde: 'Ã', Auml: 'Ä', Aring: 'Å', AElig: 'Æ', Ccedil: 'Ç' },
    ...{ Egrave: 'È', Eacute: 'É', Ecirc: 'Ê', Iacute: 'Í', Ntilde: 'Ñ', Oacute: 'Ó', Ouml: 'Ö', Oslash: 'Ø' },
    ...{ Uacute: 'Ú', Uuml: 'Ü', Scaron: 'Š', Zcaron: 'Ž', alpha: 'α', beta: 'β', gamma: 'γ', delta: 'δ' },
    ...{ lambda: 'λ', mu: 'μ', pi: 'π', sigma: 'σ', omega: 'ω', Delta: 'Δ', Sigma: 'Σ', Omega: 'Ω' },
  }),
)

/** The text with `&name;`, `&#10;` and `&#xa;` read as the characters that they stand for. */
export const decodeEntities = (text: string): string =>
  text.replace(/&(?:#(\d{1,7})|#[xX]([\da-fA-F]{1,6})|([A-Za-z][A-Za-z\d]{1,7}));/g, (whole, ten, sixteen, name) => {
    if (name !== undefined) return named.get(name) ?? whole
    const code = ten === undefined ? Number.parseInt(sixteen, 16) : Number(ten)
    const isCharacter = code > 0 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff)
    return isCharacter ? String.fromCodePoint(code) : '\ufffd'
  })
