"""A tiny Qwen-like model with random weights and a merging tokenizer trained on the spot, to try a backend with:
python tests/random_model.py qwen3|llama3 <folder>."""

import sys
from pathlib import Path
from typing import Any

_END_AND_BEGIN = {"qwen3": ("<|im_end|>", "<|endoftext|>"), "llama3": ("<|eot_id|>", "<|begin_of_text|>")}


def random_model(family: str, folder: Path, seed: int) -> Path:
    """Writes model and tokenizer into a folder. The chat template is the family's own."""
    from transformers import Qwen3Config, Qwen3ForCausalLM, set_seed

    tokenizer = _tokenizer(family)
    set_seed(seed)
    sizes = {"hidden_size": 32, "intermediate_size": 64, "num_hidden_layers": 2, "head_dim": 16}
    heads = {"num_attention_heads": 2, "num_key_value_heads": 1, "max_position_embeddings": 32_768}
    ends = {"eos_token_id": tokenizer.eos_token_id, "pad_token_id": tokenizer.pad_token_id}
    config = Qwen3Config(vocab_size=len(tokenizer), bos_token_id=tokenizer.bos_token_id, **sizes, **heads, **ends)
    tokenizer.save_pretrained(folder)
    Qwen3ForCausalLM(config).save_pretrained(folder)
    return folder


def _tokenizer(family: str) -> Any:
    import trl
    from tokenizers import Tokenizer, decoders, models, pre_tokenizers, trainers
    from transformers import PreTrainedTokenizerFast

    end, begin = _END_AND_BEGIN[family]
    bpe = Tokenizer(models.BPE())
    bpe.pre_tokenizer, bpe.decoder = pre_tokenizers.ByteLevel(add_prefix_space=False), decoders.ByteLevel()
    special = [end, begin, "<|im_start|>", "<|start_header_id|>", "<|end_header_id|>"]
    alphabet = pre_tokenizers.ByteLevel.alphabet()
    trainer = trainers.BpeTrainer(vocab_size=2048, special_tokens=special, initial_alphabet=alphabet)
    sources = Path(__file__).parents[1] / "envtune_trainer"
    bpe.train_from_iterator([file.read_text(encoding="utf-8") for file in sorted(sources.glob("*.py"))], trainer)
    tokenizer = PreTrainedTokenizerFast(tokenizer_object=bpe, eos_token=end, pad_token=begin, bos_token=begin)
    template = Path(trl.__file__).parent / "chat_templates" / f"{family}.jinja"
    tokenizer.chat_template = template.read_text(encoding="utf-8")
    return tokenizer


if __name__ == "__main__":
    random_model(sys.argv[1], Path(sys.argv[2]), 1)
