# 活动当天：所需协助、签到、出席。
moderator-menu-checkin = 为到场者签到
moderator-menu-attendance = 到场人数
moderator-button-check-in = 🚪 签到
moderator-button-attendance = 🔢 出席
moderator-button-refresh = 🔄 刷新
moderator-button-walk-in = ➕ 未报名到场
moderator-button-walk-in-less = ➖ 减一人
moderator-button-room-code = 🖼 会场代码
moderator-needs = 🤝 所需协助（{ $count }）：
moderator-need = <code>{ $sign }</code> { $text }
moderator-no-door = 目前没有开放签到：从活动当天到次日可以签到。/signups 显示各场活动。
moderator-door =
    🚪 <b>{ $ref } · { $title }</b>
    请逐一输入到场者出示的代码，或扫描其手机上的图片。
    也可以向所有人出示会场代码：<code>{ $code }</code>。拿到的人把它发给{ $bot ->
        [none] 市民机器人
       *[other] @{ $bot }
    }。
moderator-attendance =
    👥 在场 { $present } 人
    有座位的 { $signed } 人中到场 { $came } 人，无座位的 { $walkins } 人；未到 { $absent } 人
moderator-attendance-of =
    🔢 <b>{ $ref } · { $title }</b>
    🕑 { $when }
moderator-attendance-file = 只有数字，没有个人信息。
moderator-arrived = ✅ <code>{ $sign }</code> 已到：{ $title }。在场 { $present } 人。{ $seat ->
        [yes] {""}
       *[no] {" "}⚠️ 在候补名单上：请看看是否有空位。
    }
moderator-arrived-already = <code>{ $sign }</code> 已经签到：{ $title }。在场 { $present } 人。
moderator-sign-unknown = 今天活动的报名者中没有代码“{ $sign }”。请再看一遍，或在 /checkin 下用 ➕ 计入此人。
moderator-attendance-undone = ↩ <code>{ $sign }</code> 不再计入。
moderator-room-code = { $title }：请扫描此图，或把 { $code } 发给机器人。
moderator-room-code-later = 此图指向的市民机器人暂时没有报出名字：请一分钟后再试。会场代码现在就可以使用：{ $code }
moderator-refused-door-closed = “{ $title }”未开放签到：从活动当天到次日可以签到。
moderator-refused-not-there = 此人未在“{ $title }”签到。
moderator-refused-no-walk-in = “{ $title }”没有计入未报名者。
moderator-refused-stranger = 此人已被删除，不再参与：请在 /checkin 下用 ➕ 计入。
