# 谁会来，以及到场。
citizen-coming = { $count ->
        [0] 👥 还没有人报名到场。
       *[other] 👥 有 { $count } 人会来。
    }
citizen-reminded = { $count ->
       *[other] ⏰ 我会提醒您：{ $when }。
    }
citizen-button-sign = 🎟 我的入场码
citizen-sign =
    🎟 <b>{ $title }</b>
    您的入场码：<code>{ $sign }</code>
    请给门口的接待人员看，或者在这里输入会场里张贴的代码。它不透露您是谁。
citizen-sign-later = 讨论会当天，您的入场码会在这里。
citizen-door-unknown = 我不认识这个代码，或者入口还没有开放。请再看一遍，或询问门口的人员。
citizen-arrived = 👋 欢迎来到“{ $title }”！您已签到。
citizen-arrived-without = 👋 欢迎来到“{ $title }”！已为您计数。您没有报名：请在门口询问是否还有座位。
citizen-arrived-already = 👋 您已经在“{ $title }”签到了。
citizen-arrival-undone = 好的，已取消您的签到。
citizen-button-not-here = ↩ 我不在那里
citizen-refused-door-closed = “{ $title }”的入口没有开放：讨论会当天才能签到。
citizen-refused-wrong-door = 这个代码不适用于“{ $title }”。请再看一遍会场里张贴的代码。
citizen-refused-not-there = 您没有在“{ $title }”签到。
notice-attended = 👋 欢迎来到“{ $title }”：您已签到。讨论进行时，您可以在这里提问。
button-ask-live = 🙋 现场提问
