// Words that only scripts show, by the language of the page.
const WORDS = {
  "zh-Hans": { copy: "复制这一段的链接", copied: "已复制链接" },
  ja: { copy: "この見出しへのリンクをコピー", copied: "リンクをコピーしました" },
  en: { copy: "Copy the link to this section", copied: "Link copied" },
};

export const words = WORDS[document.documentElement.lang] ?? WORDS.en;
