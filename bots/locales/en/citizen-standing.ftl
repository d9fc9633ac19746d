citizen-button-standing = 🧭 Where do I stand?
citizen-standing-head = <b>Where you stand — { $theme }</b>
citizen-standing-none = There is not enough yet in “{ $theme }” to tell where you stand. A few more of your votes would help; they count at the next drawing of the map.
citizen-standing-uniting = 🤝 On what unites people, you are with everybody on { $agreed } of the { $voted } statements you voted on.
citizen-standing-nearest = You stand nearest to group { $number } ({ $size } people).
citizen-standing-nearer = On “{ $topic }” you stand nearer to group { $number }.
citizen-standing-foot = <i>Worked out just now from your own votes, for you alone. It is not kept and nobody else sees it. Groups are no parties: nobody has to belong to one.</i>
