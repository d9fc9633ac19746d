# 主题与阶段。
moderator-themes = <b>主题</b>
moderator-theme-line = • <b>{ $title }</b>（<code>{ $slug }</code>）— { $phase }{ $waiting ->
        [0] {""}
       *[other] ，📥 { $waiting } 条待审
    }
moderator-no-theme = 还没有主题。请创建第一个！
moderator-which-theme = 哪个主题？
moderator-button-new-theme = ➕ 新主题
moderator-button-phase = 🚦 阶段
moderator-button-session = 📅 新活动
moderator-button-stats = 📊 数字
moderator-button-open = ▶️ 开放：征集意见
moderator-button-announce = 📣 仅作预告
moderator-ask-title = 新主题叫什么？请写下标题。
moderator-slip-title = 标题须为 3 到 120 个字符；现在有 { $length } 个。请另写一个。
moderator-theme-drafted = ✅ “<b>{ $title }</b>”已创建。短名称：<code>{ $slug }</code>
    目前是草稿：市民还看不到。
moderator-which-phase = <b>{ $title }</b> 处于“{ $phase }”阶段。要转到哪个阶段？
    不是现在而是某个日期：<code>/phase { $slug } deliberating 2026-12-05 18:00</code>
moderator-theme-moved = ✅ <b>{ $title }</b> 现处于“{ $phase }”阶段。
moderator-theme-moved-on = 主题的阶段在此期间已变：现状如下。
moderator-slip-phase = “{ $phase }”不是阶段。可用的阶段：{ $phases }
moderator-theme-until = ⏳ 已计划：“{ $phase }”，{ $when }
moderator-phase-planned = ⏳ 已记下：将于 { $when } 转入“{ $phase }”阶段。市民即刻起可见此日期。
moderator-phase-dropped = 原计划的变更（“{ $phase }”，{ $when }）不再进行。
moderator-button-unplan = ✖️ 取消计划的变更
