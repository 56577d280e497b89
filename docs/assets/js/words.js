// Words that only scripts show, by the language of the page.
const WORDS = {
  "zh-Hans": { copy: "复制这一段的链接", copied: "已复制链接", filter: "筛选运营商", filterName: "名称", any: "不限", show: "全屏出示", close: "关闭", link: "这一句的链接",
    results: "搜索结果", found: "找到 # 条", nothing: "没有找到。换个说法，或者看看：", broken: "搜索没能打开。可以看看：", toQuestions: "常见问题", toCarriers: "运营商一览", searchLink: "这次搜索的链接" },
  ja: { copy: "この見出しへのリンクをコピー", copied: "リンクをコピーしました", filter: "絞り込み", filterName: "会社名", any: "すべて", show: "画面いっぱいに表示", close: "閉じる", link: "この文へのリンク",
    results: "検索結果", found: "#件見つかりました", nothing: "見つかりませんでした。言葉を変えるか、こちらをご覧ください。", broken: "検索を開けませんでした。こちらをご覧ください。", toQuestions: "よくある質問", toCarriers: "携帯電話会社の一覧", searchLink: "この検索へのリンク" },
  en: { copy: "Copy the link to this section", copied: "Link copied", filter: "Narrow the table", filterName: "Name", any: "any", show: "Show full screen", close: "Close", link: "Link to this sentence",
    results: "Search results", found: "# results", nothing: "Nothing found. Try other words, or see:", broken: "The search could not be opened. See:", toQuestions: "Questions", toCarriers: "All carriers", searchLink: "Link to this search" },
};

export const words = WORDS[document.documentElement.lang] ?? WORDS.en;
