# 年龄、街区、身份：两个机器人共用。
document-age = { $first ->
        [0] 未满 16 岁
        [75] 75 岁及以上
       *[other] { $first }–{ $last } 岁
    }
document-actor = { $kind ->
        [individual] 个人
        [school] 学校
        [research] 大学、科研
        [association] 社团
        [farmer] 农业、畜牧业
        [business] 食品或种子企业
        [shop] 商店、餐饮
        [health] 医疗卫生
        [city-service] 市政部门
       *[other] 其他
    }
document-elsewhere = 其他地方
