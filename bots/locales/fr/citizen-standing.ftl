citizen-button-standing = 🧭 Où est-ce que je me situe ?
citizen-standing-head = <b>Où vous vous situez — { $theme }</b>
citizen-standing-none = Il n’y a pas encore de quoi vous dire où vous vous situez dans « { $theme } ». Quelques votes de plus aideraient ; ils compteront quand la carte sera redessinée.
citizen-standing-uniting = 🤝 Sur ce qui rassemble, vous êtes de l’avis de tous sur { $agreed } des { $voted } affirmations où vous avez voté.
citizen-standing-nearest = Le groupe le plus proche de vous est le groupe { $number } ({ $size } personnes).
citizen-standing-nearer = Sur « { $topic } », c’est le groupe { $number } qui est le plus proche de vous.
citizen-standing-foot = <i>Calculé à l’instant à partir de vos propres votes, rien que pour vous. Rien n’en est gardé et personne d’autre ne le voit. Un groupe n’est pas un parti : personne n’est tenu d’en être.</i>
