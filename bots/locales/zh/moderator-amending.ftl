# 手动调整议程项目；以及以前发布的版本。
moderator-agenda-items = ✏️ <b>“{ $theme }”的议程项目</b>：选择一项，可置顶、移出或改标题。📌 已置顶，✖️ 已移出，▫️ 未入选。您所作的一切改动都会公开。
moderator-agenda-item = <b>{ $title }</b>
    { $supporters } 人提出 <i>{ $refs }</i>
    { $why }
moderator-agenda-item-gone = 这一项已不在草稿中。输入 /agenda 查看新的草稿。
moderator-button-items = ✏️ 调整项目
moderator-button-pin = 📌 置顶
moderator-button-drop = ✖️ 移出…
moderator-button-retitle = ✏️ 标题…
moderator-button-unpinned = ↩️ 取消置顶
moderator-button-undropped = ↩️ 取消移出
moderator-button-unretitled = ↩️ 恢复原标题
moderator-ask-agenda-drop = 为什么不应列入议程？请用一句话写出理由：所有人都会看到。
moderator-ask-agenda-title = 应叫什么标题？请写下来；原标题仍会显示在旁边。
moderator-slip-agenda-words = 需要 { $least } 到 { $most } 个有意义的字符；现在有 { $length } 个。请重写，或输入 /cancel。
moderator-agenda-pinned = 📌 已置顶：其时间先行扣除，议程中会注明。
moderator-agenda-dropped = ✖️ 已移出：议程中会注明，并附上您的理由。
moderator-agenda-retitled = ✏️ 新标题已生效。
moderator-agenda-undone = ↩️ 已恢复原状。
moderator-agenda-version = 📋 <b>“{ $theme }”的议程</b>，第 { $version } 版，发布于 { $when }
moderator-summary-version = 📝 <b>“{ $theme }”的摘要</b>，第 { $version } 版，发布于 { $when }
moderator-version-end = 以上是第 { $version } 版，共 { $last } 版。
moderator-refused-not-admitted = { $ref } 未公开：议程项目须以已公开的问题指称。
moderator-refused-nothing-to-undo = 这里已没有手动作出的决定。
