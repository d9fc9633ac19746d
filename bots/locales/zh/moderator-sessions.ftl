# 活动与报名。
moderator-session-for = 📅 为 <b>{ $title }</b> 安排活动。
moderator-ask-session-title = 活动叫什么？
moderator-ask-session-when = 什么时候？例如 <code>2026-12-05 18:30</code> 或 <code>05/12/2026 18:30</code>（当地时间，日在前）。
moderator-ask-session-place = 在哪里？
moderator-ask-session-capacity = 多少个座位？请选择，或写一个数字。
moderator-ask-session-minutes = 多少分钟？请选择，或写一个数字。
moderator-session-capacity-value = { $value }
moderator-session-minutes-value = { $value } 分钟
moderator-session-when = 🕑 { $when }。
moderator-session-planned = ✅ 活动 <b>{ $ref }</b> 已安排：<b>{ $title }</b>
    🕑 { $when }（{ $minutes } 分钟）
    📍 { $place }
    🪑 { $capacity } 个座位
moderator-button-signups = 👥 报名
moderator-slip-session-title = 标题须为 { $least } 到 { $most } 个字符；现在有 { $length } 个。
moderator-slip-session-place = 地点须为 { $least } 到 { $most } 个字符；现在有 { $length } 个。
moderator-slip-session-when = 我看不懂日期“{ $when }”。请这样写：<code>2026-12-05 18:30</code>
moderator-slip-session-past = “{ $when }”已过。请写一个将来的日期。
moderator-slip-session-gap = “{ $when }”不存在：那一夜时钟拨快。请选另一个时间。
moderator-slip-session-capacity = 座位数须为 { $least } 到 { $most }；“{ $given }”不行。
moderator-slip-session-minutes = 时长须为 { $least } 到 { $most } 分钟；“{ $given }”不行。
moderator-slip-session-parts = 少了或多了什么。请写成一行：
    <code>/newsession { $theme } | 标题 | 2026-12-05 18:30 | 地点 | 40 | 120</code>
    最后两项（座位、分钟）可省略。或者：<code>/newsession { $theme }</code>，由我来问。
moderator-slip-session-unknown = 我不认识活动“{ $ref }”。输入 /signups 查看列表。
moderator-no-session = 还没有活动。安排一场：/newsession
moderator-no-coming-session = 没有将要举行的活动。安排一场：/newsession
moderator-which-session = 哪场活动？
moderator-signups = 👥 <b>{ $title }</b>（{ $ref }）
    🕑 { $when }
    { $capacity } 个座位已占 { $seated } 个，候补 { $waiting } 人。
moderator-signups-file = 名单不含姓名：每人一个代码，仅用于本场活动。
moderator-hour-twice = 那一夜时钟拨慢，这个时间出现两次：以第一次为准
moderator-session-off = ❌ 已取消。
moderator-session-about = 📅 <b>{ $ref } · { $title }</b>
    🕑 { $when }
    { $people ->
        [0] 没有人报名或候补。
       *[other] { $people } 人已报名或候补。
    }
moderator-session-moved = ✅ <b>{ $ref } · { $title }</b> 已改期：
    🕑 { $when }
    { $people ->
        [0] 没有需要通知的人。
       *[other] 正在通知 { $people } 人。
    }
moderator-session-called-off = ❌ <b>{ $ref } · { $title }</b>（{ $when }）已取消。
    { $people ->
        [0] 没有需要通知的人。
       *[other] 正在通知 { $people } 人。
    }
moderator-session-sure = 要取消吗？此操作无法撤销。
moderator-button-move = 📅 改期
moderator-button-call-off = ❌ 取消活动…
moderator-button-call-off-surely = ❌ 是的，取消活动
