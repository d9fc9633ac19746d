# 话题：阅读、改名、合并、拆分。
moderator-menu-topics = 话题：改名、合并、拆分
moderator-topics = 🧩 <b>“{ $theme }”的话题</b>：{ $topics } 个话题，{ $texts } 条内容。点选一个即可阅读其内容。
moderator-topics-none = “{ $theme }”还没有话题：需要有已采纳的内容。
moderator-topic-line = <b>{ $number }. { $title }</b>
    <i>{ $words }</i> — { $texts } 条内容，{ $people } 人
moderator-button-topics = 🧩 话题
moderator-button-topic-rename = ✏️ 改名
moderator-button-topic-merge = 🔗 并入…
moderator-button-topic-part = ✂️ 拆分…
moderator-button-topic-part-now = ✂️ 另立话题（{ $count }）
moderator-button-topic-undo = ↩️ 撤销这次改动
moderator-button-topic-edits = ↩️ 已作的改动（{ $count }）
moderator-ask-topic-title = 这个话题应叫什么？请用大家都懂的几个字写下来。
moderator-topic-renamed = ✏️ 话题有了新标题。议程和摘要将采用它。
moderator-topic-merge = 并入哪个话题？
moderator-topic-merge-none = 这是唯一的话题：没有别的可以并入。
moderator-topic-merged = 🔗 两个话题已合为一个。
moderator-topic-part = 请点选应另成话题的内容。
moderator-topic-parted = ✂️ 这些内容现已另成话题。以后的内容归入两者中较近的一个。
moderator-topic-edits = “{ $theme }”的话题已作的改动。点选要撤销的一项。
moderator-topic-edits-none = “{ $theme }”的话题没有可撤销的改动。
moderator-topic-undone = ↩️ 已撤销。
moderator-refused-topic-changed = 这个话题在此期间已变。请重新打开列表：/topics
moderator-refused-unknown-topic-edit = 这次改动已经撤销。
