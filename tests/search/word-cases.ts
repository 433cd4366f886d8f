/** How words are written, bent, joined and parted in many languages, and what a reader who asks for them must find. */

export type WordArticle = {
  readonly id: string;
  readonly language: string;
  readonly title: string;
  readonly body: string;
};

/** All are of this moment, whose numbers and names stand in none of them. */
export const wordArticleDate = "2023-06-28 08:00";

export const wordArticles: readonly WordArticle[] = [
  { id: "parks", language: "en", title: "A policy on parks", body: "The policy was agreed by the council." },
  { id: "moon", language: "en", title: "Landing on the moon", body: "The landing took nine minutes." },
  { id: "bicycle", language: "en", title: "Riding a bicycle", body: "Riding keeps the doctor away." },
  { id: "seat", language: "en", title: "A seat is won", body: "Ms Lefevre-Durand took it with ease." },
  { id: "pact", language: "en", title: "Old friends", body: "The Anglo-American treaty was renewed." },
  { id: "valley", language: "en", title: "Cease-fire in the valley", body: "The guns are still." },
  { id: "sea", language: "en", title: "Ceasefire at sea", body: "Ships sail again." },
  { id: "hills", language: "en", title: "Quiet hills", body: "Both sides called a cease fire." },
  { id: "bills", language: "en", title: "Hospital bills", body: "Spending on health-care grew." },
  { id: "clinic", language: "en", title: "Clinic hours", body: "Free healthcare for children." },
  { id: "nurses", language: "en", title: "Nurses wanted", body: "There is no health care in villages." },
  { id: "growth", language: "en", title: "Growth slows", body: "It was 3.5 per cent." },
  { id: "goals", language: "en", title: "Goals galore", body: "They scored 35 of them." },
  { id: "budget", language: "en", title: "Budget of the year 2031", body: "It comes early." },
  { id: "prix", language: "fr", title: "Les prix", body: "La baisse de l’inflation se confirme." },
  { id: "etat", language: "fr", title: "La réforme de l'État", body: "Un rapport attendu." },
  { id: "vote", language: "fr", title: "Le vote de l’ONU", body: "Une surprise." },
  { id: "mondiali", language: "it", title: "Vince l'Italia", body: "Festa in piazza." },
  { id: "bilancio", language: "it", title: "Il bilancio", body: "La proposta dell’Unione." },
  { id: "ajuntament", language: "ca", title: "L’Ajuntament obre", body: "La col·lecció és nova." },
  { id: "sevilla", language: "es", title: "Elecciones en Sevilla", body: "Gana la oposición." },
  { id: "stuttgart", language: "de", title: "Baden-Württemberg wählt", body: "Das Ergebnis ist knapp." },
  { id: "dal", language: "hi", title: "दल की बैठक", body: "सब आए।" },
  { id: "dil", language: "hi", title: "दिल का इलाज", body: "नया अस्पताल।" },
  { id: "daal", language: "hi", title: "दाल के दाम", body: "बाज़ार में।" },
  { id: "kudak", language: "fa", title: "کودک‌های شاد", body: "علی می‌خندد." },
  { id: "malik", language: "ar", title: "الملك يصل", body: "كان الاستقبال كبيرا." },
  { id: "mizaniya", language: "ar", title: "ميزانية ٢٠٣١", body: "أقرها المجلس." },
  { id: "hanoi", language: "vi", title: "Hà Nội đón khách", body: "Tàu đến từ Cần Thơ." },
  { id: "thor", language: "is", title: "Þór siglir heim", body: "Skipið er nýtt." },
  { id: "typhoon", language: "ko", title: "태풍 북상", body: "항구가 닫혔다." },
  { id: "good", language: "th", title: "ดี", body: "ข่าว" },
  { id: "watch", language: "th", title: "ดู", body: "ข่าว" },
];

export type WordCase = readonly [query: string, ids: readonly string[]];

/** Each query finds these articles and no other. */
export const wordCases: Readonly<Record<string, readonly WordCase[]>> = {
  inflections: [
    ["policies", ["parks"]],
    ["policy", ["parks"]],
    ["landings", ["moon"]],
    ["rides", ["bicycle"]],
    ["planning", []],
    ["rising", []],
    ["elección", ["sevilla"]],
    ["태풍이", ["typhoon"]],
  ],
  pieces: [
    ["durand", ["seat"]],
    ["lefevre durand", ["seat"]],
    ["american", ["pact"]],
    ["anglo–american", ["pact"]],
    ["cease fire", ["valley", "sea", "hills"]],
    ["cease-fire", ["valley", "sea", "hills"]],
    ["ceasefire", ["valley", "sea", "hills"]],
    ["health care", ["bills", "clinic", "nurses"]],
    ["health-care", ["bills", "clinic", "nurses"]],
    ["healthcare", ["bills", "clinic", "nurses"]],
    ["wuerttemberg", ["stuttgart"]],
  ],
  elision: [
    ["inflation", ["prix"]],
    ["l'inflation", ["prix"]],
    ["état", ["etat"]],
    ["l’etat", ["etat"]],
    ["ONU", ["vote"]],
    ["italia", ["mondiali"]],
    ["unione", ["bilancio"]],
    ["ajuntament", ["ajuntament"]],
  ],
  letters: [
    ["दल", ["dal"]],
    ["दिल", ["dil"]],
    ["दाल", ["daal"]],
    ["बाजार", ["daal"]],
    ["ดี", ["good"]],
    ["كودك", ["kudak"]],
    ["کودکهای", ["kudak"]],
    ["كودك‌هاي", ["kudak"]],
    ["علي", ["kudak"]],
    ["ملک", ["malik"]],
    ["hanoi", ["hanoi"]],
    ["ha noi", ["hanoi"]],
    ["cantho", ["hanoi"]],
    ["thor", ["thor"]],
    ["Þór", ["thor"]],
  ],
  numbers: [
    ["2031", ["budget", "mizaniya"]],
    ["٢٠٣١", ["budget", "mizaniya"]],
    ["२०३१", ["budget", "mizaniya"]],
    ["3.5", ["growth"]],
    ["3,5", ["growth"]],
    ["35", ["goals"]],
  ],
  "what is told of an article beside its text": [
    ["28", []],
    ["2023", []],
    ["00", []],
    ["june", []],
  ],
};
