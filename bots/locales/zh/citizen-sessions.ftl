citizen-sessions = <b>近期的讨论会</b>
citizen-sessions-none = 目前没有安排讨论会。
citizen-session =
    <b>{ $ref } · { $title }</b>
    📅 { $when }（{ $minutes } 分钟）
    📍 { $place }
citizen-seats = { $free ->
        [0] 名额已满。{ $waiting ->
            [0] 您将排在候补名单第一位。
           *[other] 有 { $waiting } 人在候补。
        }
       *[other] 还有 { $free } 个名额。
    }
citizen-seat-seated = ✅ 您已有名额。
citizen-seat-waiting = ⏳ 您在候补名单的第 { $position } 位。
citizen-seat-offered = 🎟 已为您保留一个名额：请选择接受或放弃。
citizen-seat-released = 好的，您已不在名单上。
citizen-session-cancelled = ❌ 这场讨论会已取消。
citizen-button-take-seat = ✅ 报名
citizen-button-accept-seat = ✅ 接受名额
citizen-button-leave-seat = 放弃我的名额
citizen-button-leave-line = 退出候补名单
citizen-button-calendar = 📎 日历文件
citizen-calendar-caption = { $title }：可加入您的日历
