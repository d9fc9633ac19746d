# El asunto de una aportación.
citizen-topic = → Asunto { $number }: <b>{ $title }</b>
citizen-topic-words = Se habla de: { $words }
