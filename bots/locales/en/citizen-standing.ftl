citizen-button-standing = 🧭 Where do I stand?
citizen-standing-head = <b>Where you stand — { $theme }</b>
citizen-standing-none = There is not enough yet in “{ $theme }” to tell where you stand. A few more votes, yours and others’, would help; they count at the next drawing of the map.
citizen-standing-uniting = 🤝 Of what unites people, you voted on { $voted ->
        [one] one statement
       *[other] { $voted } statements
    }. With everybody: { $agreed }.
citizen-standing-nearest = You stand nearest to group { $number } ({ $size } people).
citizen-standing-nearer = On “{ $topic }” you stand nearer to group { $number }.
citizen-standing-foot = <i>Worked out just now from your own votes and the groups’ average votes, for you alone. It is not kept and nobody else sees it. Groups are no parties: nobody has to belong to one.</i>
