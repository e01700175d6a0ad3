/**
 * Writes a name in plain Latin letters, so that names in different scripts and spellings can be held against each
 * other. Not a transcription to show anyone: short vowels that Arabic and Tigrinya leave out stay out, and the
 * sound key (`name-key.ts`) does without them on both sides.
 */
export function toLatin(text: string): string {
  // Most names are plain already; a hundred thousand are read at every start.
  if (/^[\0-\x7f]*$/.test(text)) return text.toLowerCase()
  let latin = ''
  let before = ''
  for (const letter of text.normalize('NFKC').toLowerCase()) {
    const written = letterOf(letter, before)
    latin += written
    if (!/\p{M}/u.test(letter)) before = written
  }
  return latin.normalize('NFKD').replace(/\p{M}/gu, '')
}

function letterOf(letter: string, before: string): string {
  const code = letter.codePointAt(0) ?? 0
  if (code < 0x80) return letter
  if (code >= 0x1200 && code < 0x1360) return ethiopic(code)
  // Arabic w and y are consonants at the start of a word and long vowels inside it.
  if (letter === 'و') return /[a-z]$/.test(before) ? 'u' : 'w'
  if (letter === 'ي' || letter === 'ی') return /[a-z]$/.test(before) ? 'i' : 'y'
  return letters[letter] ?? letter
}

/** Letters that Unicode does not take apart into a Latin letter and a mark. */
const letters: Readonly<Record<string, string>> = {
  // Latin: Turkish, Polish, Scandinavian, German
  ...{ ı: 'i', ł: 'l', đ: 'd', ø: 'o', æ: 'ae', œ: 'oe', ß: 'ss', þ: 'th', ð: 'd', ħ: 'h' },
  // Arabic, Persian and Kurdish; the hamza, the ain and the vowel marks carry no consonant of their own here
  ...{ ا: 'a', أ: 'a', إ: 'i', آ: 'a', ٱ: 'a', ى: 'a', ة: 'a', ع: 'a', ئ: 'i', ؤ: 'u', ء: '' },
  ...{ ب: 'b', پ: 'p', ت: 't', ث: 'th', ج: 'j', چ: 'ch', ح: 'h', خ: 'kh', د: 'd', ذ: 'dh', ر: 'r', ز: 'z' },
  ...{ ژ: 'zh', س: 's', ش: 'sh', ص: 's', ض: 'd', ط: 't', ظ: 'z', غ: 'gh', ف: 'f', ق: 'q', ك: 'k', ک: 'k' },
  ...{ گ: 'g', ل: 'l', م: 'm', ن: 'n', ه: 'h', ە: 'a', ڤ: 'v', ـ: '' },
  // Cyrillic: Ukrainian, Russian, Bulgarian
  ...{ а: 'a', б: 'b', в: 'v', г: 'g', ґ: 'g', д: 'd', е: 'e', є: 'ye', ё: 'yo', ж: 'zh', з: 'z', и: 'i' },
  ...{ і: 'i', ї: 'yi', й: 'y', к: 'k', л: 'l', м: 'm', н: 'n', о: 'o', п: 'p', р: 'r', с: 's', т: 't' },
  ...{ у: 'u', ф: 'f', х: 'kh', ц: 'ts', ч: 'ch', ш: 'sh', щ: 'shch', ъ: '', ы: 'y', ь: '', э: 'e' },
  ...{ ю: 'yu', я: 'ya', ј: 'j', љ: 'l', њ: 'n', ћ: 'c', ђ: 'd', џ: 'dzh', ʼ: '', '’': '' },
}

/** Ethiopic stands in rows of eight: the row is the consonant, the place in it the vowel (Unicode, U+1200). */
const rows =
  'h l h m s r s sh q q q q b v t ch h h n ny - k k kh kh w - z zh y d d j g g t ch p ts ts f p'.split(' ')
const vowels = ['e', 'u', 'i', 'a', 'e', '', 'o', 'wa']
function ethiopic(code: number): string {
  const row = rows[(code - 0x1200) >> 3]
  if (row === undefined) return ' '
  const vowel = vowels[(code - 0x1200) & 7] ?? ''
  return row === '-' ? vowel || 'a' : row + vowel
}
