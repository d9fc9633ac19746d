# 录入纸面内容。
moderator-refused-length = 这段文字有 { $length } 个字符；这类内容（{ $kind }）须为 { $least } 到 { $most } 个。
moderator-refused-empty = 我在这段文字里找不到字词。
moderator-menu-enter = 录入纸上提交的内容
moderator-menu-takeback = 按本人意愿撤回录入的内容
moderator-menu-form = 可打印的纸张，用笔参加讨论
moderator-entry-place =
    📄 <b>{ $theme }</b>
    这些纸来自哪里？例如“La Plaine 图书馆”（最多 { $most } 个字符）。地点会随内容一起显示。
    只录入已勾选同意的纸张，逐字照录，不写姓名和号码。
moderator-slip-entry-place = 请写一个地点，最多 { $most } 个字符。
moderator-entry-kind = 👤 <b>一个人。</b>这张纸写的是什么？
moderator-entry-text = ✍️ 请照原样抄录（{ $kind }，{ $least } 到 { $most } 个字符）。
moderator-entry-received = 📥 <b>{ $ref }</b> 已登记（{ $place }）。请把编号写在纸的存根上：本人可以凭它追踪，或要求撤回。将由团队中的另一个人作出决定。
moderator-button-same-question = 👤 同一个人：问题
moderator-button-same-opinion = 👤 同一个人：意见
moderator-button-same-testimony = 👤 同一个人：经历
moderator-button-next-person = ➡️ 下一个人
moderator-button-entry-done = ✅ 录完了
moderator-entry-done = 谢谢。您录入的内容在队列中等待另一个人处理。
moderator-ask-takeback = 要撤回哪一条？请写编号，例如 Q-12。
moderator-taken-back = 🗑 <b>{ $ref }</b> 已撤回：谁也看不到它了。
moderator-refused-not-entered = { $ref } 来自聊天：只有作者本人可以撤回。
moderator-form-file = 🖨 “{ $theme }”的纸张：请用浏览器打开并打印。然后：/enter
