citizen-button-standing = 🧭 我处在什么位置？
citizen-standing-head = <b>您所处的位置 — { $theme }</b>
citizen-standing-none = “{ $theme }”里的内容还不够，暂时说不出您处在什么位置。您和其他人再投几票会有帮助；地图下次重画时就会算上。
citizen-standing-uniting = 🤝 在让大家一致的观点中，您投过票的有 { $voted } 条，其中 { $agreed } 条您与大家看法相同。
citizen-standing-nearest = 离您最近的是第 { $number } 组（{ $size } 人）。
citizen-standing-nearer = 在“{ $topic }”上，您离第 { $number } 组更近。
citizen-standing-foot = <i>这是刚刚根据您自己的投票和各组的平均投票为您一人算出的，不会保存，别人也看不到。小组不是党派：没有人必须属于哪一组。</i>
