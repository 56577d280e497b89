// Words that only scripts show, by the language of the page.
const WORDS = {
  "zh-Hans": { copy: "复制这一段的链接", copied: "已复制链接", filter: "筛选运营商", filterName: "名称", any: "不限", show: "全屏出示", close: "关闭", link: "这一句的链接" },
  ja: { copy: "この見出しへのリンクをコピー", copied: "リンクをコピーしました", filter: "絞り込み", filterName: "会社名", any: "すべて", show: "画面いっぱいに表示", close: "閉じる", link: "この文へのリンク" },
  en: { copy: "Copy the link to this section", copied: "Link copied", filter: "Narrow the table", filterName: "Name", any: "any", show: "Show full screen", close: "Close", link: "Link to this sentence" },
};

export const words = WORDS[document.documentElement.lang] ?? WORDS.en;
