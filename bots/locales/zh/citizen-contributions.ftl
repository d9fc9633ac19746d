citizen-ask-prompt =
    ❓ <b>{ $theme }</b>
    请用一条消息写下您的问题，{ $least } 到 { $most } 个字符。
citizen-opinion-prompt =
    💬 <b>{ $theme }</b>
    请用一条消息写下您的意见，{ $least } 到 { $most } 个字符。一次只说一个想法，方便大家投票。
citizen-slip-empty = 这条消息里没有找到文字。请写一句大家能看懂的话。
citizen-slip-short = 有点短：现在是 { $length } 个字符，至少需要 { $least } 个。请再写几个字，然后重新发送。
citizen-slip-long = 超出了 { $over } 个字符（现在 { $length } 个，最多 { $most } 个）。请缩短后重新发送，或分成两次写。
citizen-slip-piled = 这条消息里有很多看不见或叠在一起的符号。请用普通文字重新写一次。
citizen-near-question = 这个问题可能已经有人提过了。您愿意改为支持它吗？
citizen-near-own = 您已经发过几乎相同的内容：
citizen-near-opinion = 这个意见可能已经有人说过了。您愿意改为对它投票吗？
citizen-quoted =
    <b>{ $ref }</b>
    { $text }
citizen-button-support = 👍 支持 { $ref }
citizen-button-unsupport = ✓ 已支持 { $ref } — 取消
citizen-button-vote-on = 🗳 对 { $ref } 投票
citizen-button-keep-mine = 保留我写的
citizen-draft-gone = 这段文字已经不在了。请用 /ask 或 /opinion 重新写一次。
citizen-received = { $kind ->
        [opinion] ✅ 已收到您的意见：<b>{ $ref }</b>。
        [question] ✅ 已收到您的问题：<b>{ $ref }</b>。
       *[other] ✅ 已收到：<b>{ $ref }</b>。
    }
    审核人员会阅读您写的内容；有了结果，我会告诉您。
citizen-button-see = 📄 { $ref }
citizen-what-is-this = 您想怎样处理这条消息？
citizen-button-as-question = ❓ 作为问题
citizen-button-as-opinion = 💬 作为意见
citizen-button-neither = 都不是
citizen-left-alone = 好的，我没有保留任何内容。
citizen-text-gone = 我已经看不到那条消息了。请用 /ask 或 /opinion 重新写一次。

citizen-refused-unknown-theme = 我不知道这个主题。开放中的主题请看 /themes。
citizen-refused-phase = “{ $theme }”目前不能这样做（{ $phase }）。
citizen-refused-length = 这段文字有 { $length } 个字符；应为 { $least } 到 { $most } 个。
citizen-refused-empty = 这条消息里没有找到文字。请写一句大家能看懂的话。
citizen-refused-unknown-contribution = 这条发言已经不在了。
citizen-refused-decided = { $ref } 已处于此状态：{ $state }。
citizen-refused-unknown-session = 我不知道这场讨论会。近期的讨论会请看 /sessions。
citizen-refused-past = “{ $title }”已经开始了。
citizen-refused-cancelled = “{ $title }”已取消。近期的讨论会请看 /sessions。
citizen-refused-no-seat = 您在“{ $title }”没有名额。可以在 /sessions 报名。
