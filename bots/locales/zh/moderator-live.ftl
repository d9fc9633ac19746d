# 现场提问，供主持活动者使用。
moderator-menu-live = 活动的现场提问
moderator-button-live = 🙋 现场提问
moderator-live =
    🙋 <b>{ $ref } · { $title }</b>
    { $count ->
        [0] 还没有人提问。
       *[other] { $count } 个问题。
    } 已选 { $chosen } 个，最多 { $most } 个。
moderator-live-waiting =
    🕓 <b>{ $ref }</b> · 待审，其他人看不到
    { $text }
moderator-live-admitted =
    <b>{ $ref }</b> · 👍 { $supporters }
    { $text }
moderator-live-shortlisted =
    ⭐ <b>{ $ref }</b> · 👍 { $supporters }
    { $text }
moderator-live-answered =
    ✔️ <b>{ $ref }</b> · 已回答
    { $text }
moderator-button-live-admit = ✅ 公开 { $ref }
moderator-button-live-list = ⭐ { $ref }
moderator-button-live-unlist = ✖ ⭐ { $ref }
moderator-button-live-done = ✔️ { $ref } 已回答
moderator-button-live-reopen = ↩ { $ref } 仍待回答
moderator-button-undo-admission = ↩ 撤销 { $ref }
moderator-live-said-admit = { $ref } 已公开。
moderator-live-said-undo = { $ref } 重新待审。
moderator-live-said-list = { $ref } 已选中。
moderator-live-said-unlist = { $ref } 不再选中。
moderator-live-said-done = { $ref } 已回答：正在通知作者。
moderator-live-said-reopen = { $ref } 重新待回答：正在通知作者。
moderator-refused-shortlist-full = 已选满 { $most } 个问题：请标记一个为已回答，或取出一个。
moderator-refused-answered = { $ref } 已经回答。
moderator-refused-not-answered = { $ref } 未标记为已回答。
