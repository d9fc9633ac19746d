citizen-button-standing = 🧭 Où est-ce que je me situe ?
citizen-standing-head = <b>Où vous vous situez — { $theme }</b>
citizen-standing-none = Il n’y a pas encore de quoi vous dire où vous vous situez dans « { $theme } ». Quelques votes de plus, les vôtres et ceux des autres, aideraient ; ils compteront quand la carte sera redessinée.
citizen-standing-uniting = 🤝 De ce qui rassemble, vous avez voté sur { $voted ->
        [1] une affirmation
       *[other] { $voted } affirmations
    }. Du même avis que tous : { $agreed }.
citizen-standing-nearest = Le groupe le plus proche de vous est le groupe { $number } ({ $size } personnes).
citizen-standing-nearer = Sur « { $topic } », c’est le groupe { $number } qui est le plus proche de vous.
citizen-standing-foot = <i>Calculé à l’instant à partir de vos propres votes et des votes moyens des groupes, rien que pour vous. Rien n’en est gardé et personne d’autre ne le voit. Un groupe n’est pas un parti : personne n’est tenu d’en être.</i>
