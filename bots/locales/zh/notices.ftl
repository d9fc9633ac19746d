# What people are told about what became of their words.
notice-admitted = ✅ <b>{ $ref }</b> 已发布。谢谢，其他人现在可以看到它。
notice-refused = <b>{ $ref }</b> 未被采纳，依据章程第 { $article } 条：{ $reason }
    您可以修改后重新发送。
notice-merged = <b>{ $ref }</b> 与 <b>{ $into }</b> 意思相同：两条一并保留。
notice-reconsidered = 关于 <b>{ $ref }</b> 的决定正在复议：重新等待审核。
notice-seat-offered = 🪑 有一个席位空出来了：<b>{ $title }</b>（{ $session }）
    🕑 { $when }
    📍 { $place }
    您要参加吗？
notice-agenda-item = 📋 “{ $theme }”的议程已发布。您的意见（{ $ref }）列为第 { $rank } 项：<b>{ $title }</b>
notice-agenda-published = 📋 “{ $theme }”的议程已发布。您的意见（{ $ref }）此次未列入，但仍保留在综述材料和开放数据中。议程中说明了原因。
notice-summary-published = 📝 “{ $theme }”的综述已发布。{ $cited ->
        [yes] 其中引用了您的话（{ $ref }）。
       *[no] 您的话（{ $ref }）是其素材之一。
    }
notice-publication-requested = 同事请求发布“{ $theme }”的{ $what ->
        [agenda] 议程
       *[summary] 综述
    }。请阅读后确认：需要两人同意。
button-take-seat = ✅ 我参加
button-leave-seat = 我放弃
button-see = 👀 查看
button-confirm = ✅ 确认发布
button-open-agenda = 📋 查看议程
button-open-summary = 📝 查看综述
