# What people are told about what became of their words.
notice-admitted = ✅ <b>{ $ref }</b> 已发布。谢谢您，现在其他人可以看到它了。
notice-refused = <b>{ $ref }</b> 未被采纳，依据公约第 { $article } 条：{ $reason }
    您可以换个说法，重新发送。
notice-merged = <b>{ $ref }</b> 与 <b>{ $into }</b> 意思相同：两条都保留，放在一起。
notice-reconsidered = 关于 <b>{ $ref }</b> 的决定正在重新考虑：它再次等待审核。
notice-seat-offered = 🪑 有一个名额空出来给您：<b>{ $title }</b>（{ $session }）
    🕑 { $when }
    📍 { $place }
    为您保留到 { $until }。您要参加吗？
notice-seat-expired = ⌛ 为您保留的名额未及时接受：<b>{ $title }</b>（{ $session }），现在其他人可以使用。如果您仍想参加，请重新报名。
notice-session-reminder = ⏰ 您已报名参加：<b>{ $title }</b>（{ $session }）
    🕑 { $when }
    📍 { $place }
    来不了吗？请放弃名额，也许有人正在等候。
notice-session-moved = 📅 <b>{ $title }</b>（{ $session }）改期：
    🕑 { $when }
    📍 { $place }
    您的名额或候补顺序仍然保留。
notice-session-cancelled = ❌ 原定于 { $when } 的<b>{ $title }</b>（{ $session }）已取消，非常抱歉。
notice-agenda-item = 📋 “{ $theme }”的议程已发布。您的发言（{ $ref }）列入其中，在第 { $rank } 项：<b>{ $title }</b>
notice-agenda-published = 📋 “{ $theme }”的议程已发布。您的发言（{ $ref }）这次没有列为议程项，但仍保留在摘要素材和开放数据中。议程里说明了原因。
notice-summary-published = 📝 “{ $theme }”的摘要已发布。{ $cited ->
        [yes] 其中引用了您的话（{ $ref }）。
       *[no] 您的话（{ $ref }）是它的素材之一。
    }
notice-publication-requested = 一位同事请求发布“{ $theme }”的{ $what ->
        [agenda] 议程
       *[summary] 摘要
    }。请阅读后确认：需要两个人同意。
button-take-seat = ✅ 我参加
button-leave-seat = 我放弃
button-calendar = 📎 日历文件
button-give-seat-back = 我来不了
button-ask-seat-again = 🪑 重新报名
button-see = 👀 查看
button-see-publication = 👀 查看并确认
button-confirm = ✅ 确认发布
button-open-agenda = 📋 查看议程
button-open-summary = 📝 查看摘要
notice-objection = ⚖️ 监督人对“{ $theme }”提出异议：{ $text }
