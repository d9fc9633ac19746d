# 现场提问。
kind-live = 现场提问
citizen-menu-live = 讨论进行时的现场提问
citizen-button-live = 🙋 现场提问
citizen-button-live-ask = ✍️ 提一个问题
citizen-live = { $count ->
        [0] 🙋 <b>{ $title }</b>
            还没有公布的问题。请您来提第一个！
       *[other] 🙋 <b>{ $title }</b>：{ $count } 个问题
    }
citizen-live-over = 现在不接受提问：从讨论会开始前半小时到结束为止可以提问。
citizen-live-shortlisted =
    ⭐ <b>{ $ref }</b> · 即将提出 · 👍 { $supporters }
    { $text }
citizen-live-admitted =
    <b>{ $ref }</b> · 👍 { $supporters }
    { $text }
citizen-live-answered =
    ✔️ <b>{ $ref }</b> · 已回答 · 👍 { $supporters }
    { $text }
citizen-live-prompt =
    🙋 <b>{ $title }</b>
    请用一条消息写下您的问题，{ $least } 到 { $most } 个字。
citizen-live-received =
    ✅ 问题已收到：<b>{ $ref }</b>。
    会有人先阅读，然后在场的人就能看到并支持它。结果我会告诉您。
citizen-live-none = 现在没有正在进行的讨论会。现场提问在开始前半小时开放；在此之前，您可以在主题里提问。
citizen-live-which = 现在有几场讨论会正在进行。您指的是哪一场？
citizen-refused-live-closed = “{ $title }”现在不接受提问：从讨论会开始前半小时到结束为止可以提问。
citizen-trace-live-admitted = → 在 <b>{ $title }</b> 现场提出
citizen-trace-live-shortlisted = → 在 <b>{ $title }</b> 现场提出：已选为即将提出的问题
citizen-trace-live-answered = → 在 <b>{ $title }</b> 现场提出：已当场回答
notice-live-answered = ✔️ 您的问题 <b>{ $ref }</b> 刚刚在“{ $title }”得到了回答。
notice-live-reopened = 您的问题 <b>{ $ref }</b> 在“{ $title }”被误标为已回答：它仍然开放。
