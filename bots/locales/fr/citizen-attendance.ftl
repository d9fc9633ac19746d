# Qui vient, et arriver.
citizen-coming = { $count ->
        [0] 👥 Personne ne vient encore.
        [1] 👥 Une personne vient.
       *[other] 👥 { $count } personnes viennent.
    }
citizen-reminded = { $count ->
        [1] ⏰ Je vous le rappellerai le { $when }.
       *[other] ⏰ Je vous le rappellerai : { $when }.
    }
citizen-button-sign = 🎟 Mon code pour l’entrée
citizen-sign =
    🎟 <b>{ $title }</b>
    Votre code pour l’entrée : <code>{ $sign }</code>
    Montrez-le à la personne qui accueille, ou tapez ici le code affiché dans la salle. Il ne dit rien de qui vous êtes.
citizen-sign-later = Votre code sera ici le jour du débat.
citizen-door-unknown = Je ne connais pas ce code, ou l’accueil est fermé. Relisez-le, ou demandez à l’entrée.
citizen-arrived = 👋 Bienvenue à « { $title } » ! Votre présence est notée.
citizen-arrived-without = 👋 Bienvenue à « { $title } » ! Vous êtes compté·e. Vous n’étiez pas inscrit·e : demandez à l’entrée s’il y a une place pour vous, s’il vous plaît.
citizen-arrived-already = 👋 Votre présence à « { $title } » est déjà notée.
citizen-arrival-undone = C’est fait : vous n’êtes plus compté·e parmi les présents.
citizen-button-not-here = ↩ Je n’y suis pas
citizen-refused-door-closed = L’accueil de « { $title } » n’est pas ouvert : les présences se notent le jour du débat.
citizen-refused-wrong-door = Ce code ne vaut pas pour « { $title } ». Relisez celui qui est affiché dans la salle, s’il vous plaît.
citizen-refused-not-there = Votre présence à « { $title } » n’est pas notée.
notice-attended = 👋 Bienvenue à « { $title } » : votre présence est notée. Pendant le débat, vous pouvez poser vos questions ici.
button-ask-live = 🙋 Questions en direct
